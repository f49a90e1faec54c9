//! Prints the plan of a document: what openapi-generator is given instead of it.

fn main() -> Result<(), String> {
    let mut arguments = std::env::args().skip(1);
    let mut read = |default: &str| {
        let name = arguments.next().unwrap_or_else(|| default.to_owned());
        std::fs::read_to_string(&name)
            .map(|text| (name.clone(), text))
            .map_err(|error| format!("can't read {name}: {error}"))
    };
    let (name, document) = read("openapi.yaml")?;
    let (_, corrections) = read("openapi-generator.yaml")?;
    println!("{}", sunshine_conversations_codegen::plan::document(&document, &name, &corrections)?);
    Ok(())
}
