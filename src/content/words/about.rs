//! About the alliance.

/// About the alliance.
#[derive(Debug)]
pub struct AboutWords {
    /// 关于联盟
    pub title: &'static str,
}

pub(super) const ZH_HANS: AboutWords = AboutWords {
    title: "关于联盟"
};

pub(super) const EN: AboutWords = AboutWords {
    title: "About the alliance",
};
