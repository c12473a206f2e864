//! The chain's presets: sound ones, and the faults of others.

use rstest::rstest;

use super::overlay::Overlay;

/// The sound bundle with a preset of these fields.
fn with_preset(fields: &str) -> Overlay {
    let presets = format!(
        r#""presets": [{{ "id": "some", "name": "情景", "summary": "一句话。", {fields} }}],
  "factors": ["#
    );
    Overlay::sound().replace("chain.json", "\"factors\": [\n", &format!("{presets}\n"))
}

fn codes(overlay: &Overlay) -> Vec<&'static str> {
    overlay.load().map_or_else(
        |faults| faults.iter().map(|fault| fault.kind.code()).collect(),
        |_| Vec::new(),
    )
}

#[rstest]
#[case(
    r#""flow": "primary", "value": 61.5, "unit": "万吨/年", "period": "2025", "source": "daily""#
)]
#[case(r#""flow": "product", "value": 1, "unit": "吨""#)]
#[case(r#""flow": "product", "value": 0.01, "unit": "吨", "assumption": true"#)]
#[case(r#""flow": "primary", "value": 1, "unit": "万吨", "values": [{ "factor": "recycled-share", "value": 60 }]"#)]
fn a_sound_preset_passes(#[case] fields: &str) {
    assert_eq!(codes(&with_preset(fields)), [""; 0]);
}

#[rstest]
#[case(r#""flow": "primary", "value": 61.5, "unit": "亿元""#, "unknown-word")]
#[case(r#""flow": "primary", "value": -1, "unit": "吨""#, "out-of-bounds")]
#[case(r#""flow": "sideways", "value": 1, "unit": "吨""#, "unknown-word")]
#[case(
    r#""flow": "primary", "value": 1, "unit": "吨", "period": "2025""#,
    "no-source"
)]
#[case(
    r#""flow": "primary", "value": 1, "unit": "吨", "source": "nobody""#,
    "dangling"
)]
#[case(
    r#""flow": "primary", "value": 1, "unit": "吨", "source": "daily", "assumption": true"#,
    "assumption-with-source"
)]
#[case(r#""flow": "primary", "value": 1, "unit": "吨", "values": [{ "factor": "no-such", "value": 1 }]"#, "dangling")]
#[case(r#""flow": "primary", "value": 1, "unit": "吨", "values": [{ "factor": "recycled-share", "value": 140 }]"#, "no-balance")]
fn a_fault_of_a_preset_is_named(#[case] fields: &str, #[case] code: &str) {
    let found = codes(&with_preset(fields));
    assert!(found.contains(&code), "{found:?}");
}
