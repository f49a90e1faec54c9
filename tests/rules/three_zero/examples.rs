// Doctests compile the examples.
const CODE: &str = include_str!("../../generated/operations/examples.rs");

/// The statements of an operation's example, without its imports.
fn example(method: &str) -> String {
    let doc = CODE.split(&format!("pub fn {method}(")).next().unwrap();
    let example = doc.rsplit("```no_run\n").next().unwrap().split("```").next().unwrap();
    let lines = example.lines().filter_map(|line| line.trim().strip_prefix("/// "));
    let statements = lines.skip_while(|line| !line.starts_with("# fn example")).filter(|line| !line.starts_with('#'));
    statements.map(|line| format!("{line}\n")).collect()
}

#[test]
fn a_body_has_its_required_fields_and_those_of_the_corrections() {
    let expected = r#"let body = BreadOrder::new(
    BreadOrderShape::Long,
    [SaltTopping::new(2.0)],
    [("rolls", 3)],
    2.5,
    4,
    true,
    "2026-01-15T09:30:00Z",
    "ada@example.com",
    [("floor", "ground")],
    ["fresh", "warm"],
    vec![Some(1_i64)],
    1_i64,
    BreadOrderSlot::new().with_label("early"),
)
.with_comment("No \"nuts\".");
let response = api.place_bread_order("b-17", 5.0, &body).send()?;
println!("{}", response.order.id);
"#;
    assert_eq!(example("place_bread_order"), expected);
}

#[test]
fn corrections_choose_the_variant_of_a_union() {
    let expected = "let body = BreadNote::Codes(vec![String::from(\"code\")]);\napi.send_bread_note(&body).send()?;\n";
    assert_eq!(example("send_bread_note"), expected);
    let expected = "let body = [BreadTopping::from(SaltTopping::new(2.0))];\napi.set_bread_shapes(&body).send()?;\n";
    assert_eq!(example("set_bread_shapes"), expected);
}
