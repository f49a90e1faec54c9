//! Reports of replays for CI systems, in JUnit's XML format.

use std::fmt::Write;

use crate::transcript::replay::{Replay, ReplayStep};
use crate::util::markup::escape;

/// Returns a report in JUnit's XML format: a test suite for each replay, with the name of its transcript, and a test case
/// for each step.
pub fn junit<'a>(replays: impl IntoIterator<Item = (&'a str, &'a Replay)>) -> String {
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
    for (name, Replay { steps, .. }) in replays {
        let failures = steps.iter().filter(|step| !step.passed()).count();
        let name = escape(name);
        // Writing to a String can't fail.
        let _ = writeln!(xml, "<testsuite name=\"{name}\" tests=\"{}\" failures=\"{failures}\">", steps.len());
        for step in steps {
            let _ = writeln!(xml, "{}", case(&name, step));
        }
        xml.push_str("</testsuite>\n");
    }
    xml + "</testsuites>\n"
}

fn case(suite: &str, step: &ReplayStep) -> String {
    let title = escape(&format!("step {}: {}", step.number, step.expected));
    match &step.problem {
        None => format!("<testcase classname=\"{suite}\" name=\"{title}\"/>"),
        Some(problem) => {
            let first = escape(problem.lines().next().unwrap_or_default());
            let received = step.received.iter().map(|received| format!("\nreceived: {received}"));
            let problem = escape(&format!("{problem}\nexpected: {}{}", step.expected, received.collect::<String>()));
            format!(
                "<testcase classname=\"{suite}\" name=\"{title}\"><failure message=\"{first}\">{problem}</failure></testcase>"
            )
        }
    }
}
