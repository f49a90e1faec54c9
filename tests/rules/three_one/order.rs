use sunshine_conversations::operations::OPERATIONS;

#[test]
fn tags_and_operations_are_in_the_order_of_the_document() {
    let names = ["RemoveZebras", "CountZebras", "AddAnt", "CountAnts"];
    let found: Vec<_> = OPERATIONS.iter().map(|operation| operation.name).filter(|name| names.contains(name)).collect();
    assert_eq!(found, names);
    // rustdoc lists methods in the order of the modules.
    let modules = include_str!("../../generated/operations/mod.rs");
    assert!(modules.find("mod zebras;").unwrap() < modules.find("mod ants;").unwrap());
}
