//! `site balance`: the same balance on the command line.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use chain::{Balance, Output as Result, Quantity};
use content::chain_inputs::inputs;
use content::load::load;
use model::{Flow, Input};
use rstest::rstest;
use serde_json::{Value, json};

/// Exit code, standard output and standard error.
fn balance(args: &[&str], stdin: &str) -> (Option<i32>, String, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_site"))
        .arg("balance")
        .args(args)
        // Where the bundle is that it reads when none is named.
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that fails before it reads has closed its end.
    let _ = child.stdin.take().unwrap().write_all(stdin.as_bytes());
    let Output {
        status,
        stdout,
        stderr,
    } = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (status.code(), text(stdout), text(stderr))
}

/// The result for what is written to the standard input.
fn result(stdin: &str) -> Value {
    let (code, out, err) = balance(&[], stdin);
    assert_eq!(code, Some(0), "{err}");
    serde_json::from_str(&out).unwrap()
}

/// Reading a number back may miss its last digit.
#[track_caller]
fn assert_near(value: f64, expected: f64) {
    assert!(
        (value - expected).abs() <= 1e-14 * expected.abs(),
        "{value} is not {expected}"
    );
}

#[test]
fn reports_every_result_of_the_library_with_unit_and_band() {
    let report = result(r#"{"product": 615000, "recycled-share": 40, "from-cell": true}"#);
    let bundle = load(Path::new("../../public/content")).unwrap();
    let inputs = inputs(&bundle)
        .unwrap()
        .with(Input::Product, 615_000.0)
        .with(Input::RecycledShare, 40.0)
        .with(Input::FromCell, 1.0);
    let balance = Balance::new(&inputs).unwrap();
    for output in Result::ALL {
        let result = &report["results"][output.key()];
        let number = |field: &str| result[field].as_f64().unwrap();
        assert_near(number("value"), balance.get(output));
        assert_eq!(result["unit"], output.unit().as_str());
        assert!(number("low") <= number("value") && number("value") <= number("high"));
    }
    for flow in Flow::ALL {
        let carried = &report["flows"][flow.as_str()];
        for (quantity, unit) in [
            (Quantity::Mass, "t"),
            (Quantity::Electricity, "kWh"),
            (Quantity::Co2, "tCO2e"),
        ] {
            let carried = &carried[quantity.as_str()];
            assert_near(
                carried["value"].as_f64().unwrap(),
                balance.carried(flow, quantity),
            );
            assert_eq!(carried["unit"], unit);
        }
    }
}

#[rstest]
#[case("")]
#[case("{}")]
#[case(r#"{"product": null}"#)]
fn takes_defaults_for_what_is_left_out(#[case] stdin: &str) {
    let report = result(stdin);
    assert_eq!(report["inputs"]["product"], json!(1.0));
    assert_eq!(report["inputs"]["electricity"], json!(13_350.0));
    assert_eq!(report["inputs"]["scrap-supply"], Value::Null);
    let assumptions = report["assumptions"].as_array().unwrap();
    assert!(assumptions.contains(&json!("casting-yield")));
    assert!(!assumptions.contains(&json!("electricity")));
}

#[test]
fn takes_its_own_inputs_back_and_a_file_as_well() {
    let report = result(r#"{"alumina": 1.95, "scrap-supply": 5}"#);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("inputs.json");
    fs::write(&file, report["inputs"].to_string()).unwrap();
    let (code, out, err) = balance(&[file.to_str().unwrap()], "");
    assert_eq!(code, Some(0), "{err}");
    let again: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(again, report);
}

#[test]
fn prints_every_input_with_unit_range_and_source_or_as_an_assumption() {
    let (code, out, _) = balance(&["--print-inputs", "--lang", "en"], "");
    assert_eq!(code, Some(0));
    let inputs: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(inputs.as_object().unwrap().len(), Input::COUNT);
    for input in Input::ALL {
        let found = &inputs[input.key()];
        assert_eq!(found["unit"], input.unit().as_str());
        assert!(found["name"].as_str().is_some_and(|name| !name.is_empty()));
        if input.factor().is_some() {
            let number = |field: &str| found[field].as_f64().unwrap();
            assert!(number("least") <= number("low"), "{input:?}");
            assert!(number("low") <= number("default") && number("default") <= number("high"));
            assert!(number("high") <= number("most"), "{input:?}");
            assert!(found["assumption"] == true || found["source"]["title"].is_string());
            assert!(found["assumption"] == false || found["source"].is_null());
        }
    }
    assert_eq!(inputs["refining-power"]["low"], json!(141.0));
    assert_eq!(inputs["wire-yield"]["assumption"], json!(true));
    // A re-post is named, not linked.
    assert_eq!(inputs["pfc"]["source"]["url"], Value::Null);
}

#[rstest]
#[case(
    r#"{"recycled-shrae": 30}"#,
    "<stdin>:1:2",
    "Did you mean `recycled-share`?",
    "是否想写“recycled-share”？"
)]
#[case(
    r#"{"product": "much"}"#,
    "<stdin>:1:13",
    "expected a number",
    "应为数字"
)]
#[case(
    "{\n  \"extrusion-yield\": 120\n}",
    "<stdin>:2:22",
    "cannot be above 100",
    "不可能大于 100"
)]
#[case(r#"{"wire-yield": 0}"#, "<stdin>:1:16", "above zero", "必须大于 0")]
#[case(
    r#"{"recycled-share": -1}"#,
    "<stdin>:1:20",
    "cannot be below 0",
    "不可能小于 0"
)]
#[case(
    r#"{"cast-share": 12}"#,
    "<stdin>:1:16",
    "make 102 % together",
    "合计 102%"
)]
#[case(
    r#"{"scrap-supply": 0.1}"#,
    "<stdin>:1:18",
    "enough for 9.212 %",
    "最多 9.212%"
)]
#[case(
    r#"{"anode-impurities": 50}"#,
    "<stdin>:1:22",
    "cannot be below 0.667734",
    "不可能小于 0.667734"
)]
#[case(
    r#"{"from-cell": 2}"#,
    "<stdin>:1:15",
    "cannot be above 1",
    "不可能大于 1"
)]
#[case(r#"{"from-cell": 0.5}"#, "<stdin>:1:15", "a switch", "开关")]
#[case("[]", "<stdin>:1:1", "expected an object", "应为对象")]
#[case(
    r#"{"product": 1,}"#,
    "<stdin>:1:14",
    "a comma after the last entry",
    "多了逗号"
)]
#[case(
    r#"{"product": 1, "product": 2}"#,
    "<stdin>:1:16",
    "product",
    "出现两次"
)]
fn refuses_with_place_bound_and_remedy_in_both_languages(
    #[case] stdin: &str,
    #[case] place: &str,
    #[case] en: &str,
    #[case] zh: &str,
) {
    for (lang, remedy) in [("en", en), ("zh", zh)] {
        let (code, out, err) = balance(&["--lang", lang], stdin);
        assert_eq!(code, Some(1), "{err}");
        assert_eq!(out, "");
        assert!(err.starts_with(place), "{err}");
        assert!(err.contains(remedy), "`{remedy}` is not in {err}");
    }
}

#[test]
fn names_every_fault_at_once() {
    let (code, _, err) = balance(
        &["--lang", "en"],
        r#"{"produkt": 1, "alumina": 1.5, "grid": true}"#,
    );
    assert_eq!(code, Some(1));
    assert!(err.contains("3 faults in 1 file."), "{err}");
}

#[test]
fn tells_inputs_that_cannot_be_read_from_faulty_ones() {
    let (code, _, err) = balance(&["nowhere.json"], "");
    assert_eq!(code, Some(2));
    assert!(err.contains("无法读取“nowhere.json”"), "{err}");
}

#[test]
fn reports_the_faults_of_a_bundle() {
    let (code, _, err) = balance(
        &[
            "--content",
            "crates/content/tests/fixtures/faults/no-balance",
        ],
        "",
    );
    assert_eq!(code, Some(1));
    assert!(err.contains("缺少"), "{err}");
}

#[test]
fn two_scenarios_are_compared_with_the_band_of_their_difference() {
    let folder = tempfile::tempdir().unwrap();
    let other = folder.path().join("goal.json");
    fs::write(&other, r#"{"recycled-share": 40}"#).unwrap();
    let (code, out, err) = balance(&["--against", other.to_str().unwrap()], "{}");
    assert_eq!(code, Some(0), "{err}");
    let report: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(report["format"], 2);
    let number = |value: &Value| value.as_f64().unwrap();
    let (own, differs) = (&report["results"]["co2"], &report["difference"]["co2"]);
    assert!(number(&differs["low"]) <= number(&differs["value"]));
    assert!(number(&differs["value"]) <= number(&differs["high"]));
    // More is emitted for certain, although each band is wider than that.
    assert!(number(&differs["low"]) > 0.0, "{differs}");
    let width = |band: &Value| number(&band["high"]) - number(&band["low"]);
    assert!(width(differs) < width(own) / 2.0, "{differs}, {own}");
    assert_eq!(report["difference"]["product"]["value"], 0.0);
}

#[test]
fn a_question_is_answered_the_other_way_round() {
    let half = "co2=2000000:recycled-share";
    let args = [
        "--solve",
        half,
        "--solve",
        "co2=1:recycled-share",
        "--solve",
        "bauxite=5:grid",
    ];
    let (code, out, err) = balance(&args, r#"{"product": 871541}"#);
    assert_eq!(code, Some(0), "{err}");
    let report: Value = serde_json::from_str(&out).unwrap();
    let answers = report["answers"].as_array().unwrap();
    let share = answers[0]["value"].as_f64().unwrap();
    let (_, again, _) = balance(
        &[],
        &format!(r#"{{"product": 871541, "recycled-share": {share}}}"#),
    );
    let again: Value = serde_json::from_str(&again).unwrap();
    let co2 = again["results"]["co2"]["value"].as_f64().unwrap();
    assert!((co2 - 2e6).abs() < 1e-3, "{share} % make {co2}");
    assert_eq!(answers[1]["value"], Value::Null);
    assert_eq!(answers[1]["why"]["reason"], "out-of-reach");
    assert!(answers[1]["why"]["least"].as_f64().unwrap() > 1.0);
    assert_eq!(answers[2]["why"], json!({"reason": "unmoved"}));
}

#[test]
fn capacities_say_what_they_are_enough_for_and_factors_what_they_widen() {
    let report = result(r#"{"product": 1}"#);
    let capacities = report["capacities"].as_array().unwrap();
    let product = |index: usize| capacities[index]["product"]["value"].as_f64().unwrap();
    assert!(!capacities.is_empty());
    assert!((1..capacities.len()).all(|index| product(index - 1) <= product(index)));
    let widest = report["results"]["electricity"]["widest"]
        .as_array()
        .unwrap();
    assert_eq!(widest[0]["input"], "electricity");
    assert!(widest.len() <= 3);
    assert_eq!(report["results"]["product"]["widest"], json!([]));
}

#[rstest]
#[case("co2", "is not a question")]
#[case("gold=1:grid", "no result `gold`")]
#[case("co2=much:grid", "`much` is not a number")]
#[case("co2=1:luck", "no input `luck`")]
fn a_question_that_cannot_be_read_says_why(#[case] question: &str, #[case] why: &str) {
    let (code, _, err) = balance(&["--solve", question, "--lang", "en"], "{}");
    assert_eq!(code, Some(2), "{err}");
    assert!(err.contains(why), "{err}");
}
