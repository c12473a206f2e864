//! What the lines of text in the drawing are.

/// What a line of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The name of a stage.
    Name,
    /// The first small line of a stage.
    Detail,
    /// The second small line of a stage.
    Remark,
    /// What a band carries.
    Label,
    /// How much of it.
    Amount,
}
