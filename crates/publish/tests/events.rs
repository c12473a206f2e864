//! Events: what is to come and what is over by the day of publishing, on pages, in
//! calendars, tables and for machines.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "common/trial.rs"]
mod trial;

use std::collections::BTreeMap;
use std::fs;

use ical::IcalParser;
use ical::parser::ical::component::IcalCalendar;
use publish::{Options, publish};
use serde_json::{Value, json};

use trial::{Site, tree};

const ORIGIN: &str = "https://alliance.example";

/// A meeting with everything, a fair of two days, a course that is off, a draft.
fn made_up() -> Value {
    json!([
        {
            "id": "meeting",
            "title": { "zh-Hans": "【测试】座谈会", "en": "[test] A meeting; with, signs" },
            "kind": "conference",
            "start": "2026-12-18 09:00",
            "end": "2026-12-18 11:30",
            "place": { "zh-Hans": "测试会场", "en": "Test hall, ground floor; east" },
            "summary": {
                "zh-Hans": "测试用的一句话，写得长一些，好让日历里的一行放不下，只好折成几行来写：一二三四五六七八九十。",
                "en": "A sentence for the test that is much too long for one line of a calendar and must be folded.",
            },
            "organiser": { "zh-Hans": "测试主办方", "en": "Test organiser" },
            "registration": { "zh-Hans": "交回执", "en": "Reply" },
            "registrationUrl": "https://www.example.com/register/",
            "agenda": [{ "time": "09:30", "text": { "zh-Hans": "测试讨论", "en": "Test talk" } }],
            "source": "newssc-2025-11-23",
            "changes": [{ "date": "2025-12-30", "note": { "zh-Hans": "换了会场。", "en": "Moved." } }],
        },
        {
            "id": "fair",
            "title": { "zh-Hans": "【测试】展会", "en": "[test] A fair" },
            "kind": "exhibition",
            "start": "2027-03-17",
            "end": "2027-03-18",
            "summary": { "zh-Hans": "测试。", "en": "A test." },
            "source": "newssc-2025-11-23",
        },
        {
            "id": "course",
            "title": { "zh-Hans": "【测试】培训", "en": "[test] A course" },
            "kind": "training",
            "start": "2026-12-20 14:00",
            "summary": { "zh-Hans": "测试。", "en": "A test." },
            "source": "newssc-2025-11-23",
            "cancelled": true,
        },
        {
            "id": "unwritten",
            "title": { "zh-Hans": "【测试】草稿", "en": "[test] A draft" },
            "kind": "training",
            "start": "2026-12-21",
            "summary": { "zh-Hans": "测试。", "en": "A test." },
            "source": "newssc-2025-11-23",
            "draft": true,
        },
    ])
}

/// The site on a day, with these events beside those of the bundle.
fn site(today: &str, more: Value) -> Site {
    let site = Site::new();
    let path = site.content().join("events.json");
    let mut file: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    let events = file["events"].as_array_mut().unwrap();
    events.extend(more.as_array().unwrap().iter().cloned());
    fs::write(&path, file.to_string()).unwrap();
    publish(&options(&site, today)).unwrap();
    site
}

fn options(site: &Site, today: &str) -> Options {
    Options {
        origin: Some(ORIGIN.parse().unwrap()),
        cards: false,
        today: today.parse().unwrap(),
        ..site.options()
    }
}

fn document(site: &Site, path: &str) -> Value {
    serde_json::from_slice(&site.read(&format!("content/v1/{path}"))).unwrap()
}

fn ids(events: &Value) -> Vec<&str> {
    let events = events.as_array().unwrap();
    events
        .iter()
        .map(|event| event["id"].as_str().unwrap())
        .collect()
}

fn calendar(site: &Site, path: &str) -> IcalCalendar {
    let bytes = site.read(path);
    IcalParser::new(&*bytes).next().unwrap().unwrap()
}

/// The properties of each event, by name: the value, and the parameters behind the name.
fn entries(calendar: &IcalCalendar) -> Vec<BTreeMap<String, String>> {
    let entry = |event: &ical::parser::ical::component::IcalEvent| {
        let properties = event.properties.iter().map(|property| {
            let parameters = property.params.iter().flatten();
            let parameters =
                parameters.map(|(name, values)| format!(";{name}={}", values.join(",")));
            let name = property.name.clone() + &parameters.collect::<String>();
            (name, property.value.clone().unwrap_or_default())
        });
        properties.collect()
    };
    calendar.events.iter().map(entry).collect()
}

#[test]
fn are_to_come_until_their_last_day_is_over() {
    for (today, coming) in [
        ("2026-12-18", vec!["meeting", "course", "fair"]),
        ("2026-12-19", vec!["course", "fair"]),
        ("2027-03-18", vec!["fair"]),
        ("2027-03-19", vec![]),
    ] {
        let site = site(today, made_up());
        let list = document(&site, "zh-Hans/events.json");
        assert_eq!(ids(&list["events"]["coming"]), coming, "{today}");
        let past = ids(&list["events"]["past"]);
        assert!(!past.contains(&"unwritten") && !coming.contains(&"unwritten"));
        assert_eq!(past.contains(&"meeting"), !coming.contains(&"meeting"));
        assert_eq!(past.last(), Some(&"founding"), "of an unknown year");
        let home = document(&site, "zh-Hans/home.json");
        let at_home: Vec<&str> = (coming.iter().copied())
            .filter(|id| *id != "course")
            .collect();
        assert_eq!(ids(&home["home"]["coming"]), at_home, "{today}");
    }
}

#[test]
fn have_a_page_with_all_that_is_known() {
    let site = site("2026-01-01", made_up());
    let page = site.text("en/events/meeting/index.html");
    for part in [
        "Fri, 18 December 2026, 9:00–11:30 (Beijing time)",
        "Test hall, ground floor; east",
        "Test organiser",
        "Test talk",
        "Moved.",
        "href=\"/en/feeds/events/meeting.ics\"",
        "href=\"https://www.example.com/register/\"",
        "Minutes, pictures and reports will stand here",
    ] {
        assert!(page.contains(part), "`{part}` is not in {page}");
    }
    let over = site.text("events/2025-11-20-four-regions/index.html");
    assert!(over.contains("href=\"/news/2025-11-21-four-regions/\""));
    let off = site.text("events/course/index.html");
    assert!(off.contains("已取消") && !off.contains("href=\"/feeds/"));
    let article = site.text("news/2025-11-21-four-regions/index.html");
    assert!(article.contains("href=\"/events/2025-11-20-four-regions/\""));
    assert!(!tree(&site.out()).contains_key("events/unwritten/index.html"));
}

#[test]
fn open_in_calendars() {
    let site = site("2026-01-01", made_up());
    let all = entries(&calendar(&site, "en/feeds/events.ics"));
    let by_title = |part: &str| {
        let mut found = all.iter().filter(|entry| entry["SUMMARY"].contains(part));
        found.next().unwrap()
    };
    let meeting = by_title("A meeting");
    assert_eq!(meeting["SUMMARY"], r"[test] A meeting\; with\, signs");
    assert_eq!(meeting["DTSTART"], "20261218T010000Z");
    assert_eq!(meeting["DTEND"], "20261218T033000Z");
    assert_eq!(meeting["LOCATION"], r"Test hall\, ground floor\; east");
    assert_eq!(meeting["SEQUENCE"], "1");
    // The start of the day of the change, in China.
    assert_eq!(meeting["DTSTAMP"], "20251229T160000Z");
    assert_eq!(meeting["URL"], format!("{ORIGIN}/en/events/meeting/"));
    assert!(meeting["DESCRIPTION"].ends_with(r"must be folded.\nReply"));
    let fair = by_title("A fair");
    assert_eq!(fair["DTSTART;VALUE=DATE"], "20270317");
    assert_eq!(
        fair["DTEND;VALUE=DATE"], "20270319",
        "the day after the last"
    );
    let course = by_title("A course");
    assert_eq!(course["STATUS"], "CANCELLED");
    assert_eq!(course["SEQUENCE"], "1");
    assert!(!course.contains_key("DTEND"));
    assert!(
        !all.iter()
            .any(|entry| entry["SUMMARY"].contains("Founding meeting"))
    );

    let one = entries(&calendar(&site, "en/feeds/events/meeting.ics"));
    assert_eq!(one, std::slice::from_ref(meeting));
    let chinese = entries(&calendar(&site, "feeds/events/meeting.ics"));
    assert_eq!(chinese[0]["UID"], meeting["UID"]);
    assert!(!tree(&site.out()).contains_key("feeds/events/founding.ics"));
}

#[test]
fn are_written_in_lines_that_every_client_reads() {
    let site = site("2026-01-01", made_up());
    for path in ["feeds/events.ics", "feeds/events/meeting.ics"] {
        let bytes = site.read(path);
        let text = String::from_utf8(bytes).unwrap();
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
        let longest = text.split("\r\n").map(str::len).max().unwrap();
        assert!(longest <= 75, "{longest} bytes in a line of {path}");
        assert!(text.contains("\r\n "), "something is folded in {path}");
    }
}

#[test]
fn keep_every_byte_of_a_calendar_until_something_changes() {
    let first = site("2026-01-01", made_up());
    let later = site("2027-06-01", made_up());
    let ics = |site: &Site| -> BTreeMap<String, Vec<u8>> {
        let files = tree(&site.out()).into_iter();
        files.filter(|(path, _)| path.ends_with(".ics")).collect()
    };
    assert_eq!(ics(&first), ics(&later));
    let mut changed = made_up();
    changed[0]["changes"].as_array_mut().unwrap().push(json!({
        "date": "2025-12-31", "note": { "zh-Hans": "又换了。", "en": "Moved again." },
    }));
    let changed = site("2026-01-01", changed);
    let [before, after] = [&first, &changed]
        .map(|site| entries(&calendar(site, "feeds/events/meeting.ics")).remove(0));
    assert_eq!(before["UID"], after["UID"]);
    assert_eq!(after["SEQUENCE"], "2");
    assert!(after["DTSTAMP"] > before["DTSTAMP"]);
}

#[test]
fn are_known_to_machines() {
    let site = site("2026-01-01", made_up());
    let event = |path: &str| -> Value {
        let page = site.text(path);
        let mut found = page.split("application/ld+json\">").skip(1).map(|rest| {
            let json = rest.split("</script>").next().unwrap();
            serde_json::from_str::<Value>(json).unwrap()
        });
        found.find(|thing| thing["@type"] == "Event").unwrap()
    };
    let meeting = event("en/events/meeting/index.html");
    assert_eq!(meeting["startDate"], "2026-12-18T09:00+08:00");
    assert_eq!(meeting["endDate"], "2026-12-18T11:30+08:00");
    assert_eq!(meeting["location"]["@type"], "Place");
    assert_eq!(meeting["location"]["name"], "Test hall, ground floor; east");
    assert_eq!(meeting["organizer"]["name"], "Test organiser");
    assert_eq!(meeting["eventStatus"], "https://schema.org/EventScheduled");
    let course = event("events/course/index.html");
    assert_eq!(course["eventStatus"], "https://schema.org/EventCancelled");
    let founding = event("events/founding/index.html");
    assert_eq!(founding.get("startDate"), None, "its year is unknown");

    let table: Value = serde_json::from_slice(&site.read("data/events.json")).unwrap();
    assert_eq!(ids(&table["events"])[..2], ["fair", "course"]);
    let csv = site.text("data/events.csv");
    assert!(csv.contains("2026-12-18T09:00+08:00,2026-12-18T11:30+08:00,测试会场"));
    assert!(csv.contains("XXXX-07-17"));
    let llms = site.text("llms.txt");
    assert!(llms.contains(
        "- [[test] A fair](https://alliance.example/en/events/fair/): 17–18 March 2027. A test."
    ));
    let sitemap = site.text("sitemap.xml");
    assert!(sitemap.contains("/events/meeting/</loc>"));
}

#[test]
fn say_of_their_facts_in_which_language_they_are() {
    let mut events = made_up();
    for key in ["place", "organiser", "registration"] {
        let chinese = events[0][key]["zh-Hans"].clone();
        events[0][key] = chinese;
    }
    events[0]["agenda"][0]["text"] = json!("测试讨论");
    let site = site("2026-01-01", events);
    let english = site.text("en/events/meeting/index.html");
    for said in ["测试会场", "测试主办方", "测试讨论"] {
        let marked = format!("<dd lang=\"zh-Hans\">{said}</dd>");
        assert!(english.contains(&marked), "`{marked}` is not in {english}");
    }
    assert!(english.contains("<dd lang=\"zh-Hans\"><a href=\"https://www.example.com/register/\""));
    for path in [
        "events/meeting/index.html",
        "zh-hant/events/meeting/index.html",
    ] {
        assert!(!site.text(path).contains("<dd lang="), "{path}");
    }
}

#[test]
fn are_not_advertised_while_there_are_none() {
    let site = Site::new();
    fs::remove_file(site.content().join("events.json")).unwrap();
    publish(&options(&site, "2026-01-01")).unwrap();
    let page = site.text("events/index.html");
    assert!(page.contains("目前没有已公布的活动。公布后会写在这里。"));
    assert!(page.contains("还没有记录到往期活动。"));
    for path in ["index.html", "events/index.html", "404.html"] {
        assert!(!site.text(path).contains("href=\"/events/\""), "{path}");
    }
    let files = tree(&site.out());
    assert!(!files.keys().any(|path| path.ends_with(".ics")));
    assert!(!site.text("llms.txt").contains("/events/"));
}

#[test]
fn stand_thirty_to_a_page() {
    let events: Vec<Value> = (0..40)
        .map(|number| {
            json!({
                "id": format!("old-{number}"),
                "title": "【测试】旧活动",
                "kind": "conference",
                "start": format!("2010-01-{:02}", number % 28 + 1),
                "summary": "测试。",
                "source": "newssc-2025-11-23",
            })
        })
        .collect();
    let site = site("2026-01-01", events.into());
    let first = document(&site, "zh-Hans/events.json");
    let second = document(&site, "zh-Hans/events/page/2.json");
    let past = |list: &Value| list["events"]["past"].as_array().unwrap().len();
    assert_eq!((past(&first), past(&second)), (30, 19));
    assert!(
        site.text("events/index.html")
            .contains("href=\"/events/page/2/\"")
    );
    assert!(!tree(&site.out()).contains_key("events/page/3/index.html"));
}
