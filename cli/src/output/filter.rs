//! Filters in the language of jq.

use std::fmt;
use std::rc::Rc;

use jaq_core::data::JustLut;
use jaq_core::load::{Arena, File, Loader};
use jaq_core::{Compiler, Ctx, Vars, unwrap_valr};
use jaq_json::Val;

use crate::failure::{Failure, Result};

/// A compiled filter.
#[derive(Clone)]
pub struct Filter(Rc<jaq_core::compile::Filter<jaq_core::Native<JustLut<Val>>>>);

impl Filter {
    /// Compiles a filter.
    pub fn new(code: &str) -> Result<Self> {
        let definitions = jaq_core::defs().chain(jaq_std::defs()).chain(jaq_json::defs());
        let functions = jaq_core::funs().chain(jaq_std::funs()).chain(jaq_json::funs());
        let invalid = |place: &str| Failure::usage(format!("--jq: invalid filter `{code}`{place}"));
        let arena = Arena::default();
        let modules = Loader::new(definitions).load(&arena, File { code, path: () }).map_err(|_| invalid(""))?;
        let filter = Compiler::default().with_funs(functions).compile(modules).map_err(|errors| {
            let unknown = errors.first().and_then(|(_, errors)| errors.first()).map(|(name, _)| (*name).to_owned());
            invalid(&unknown.map(|name| format!(": unknown function or variable `{name}`")).unwrap_or_default())
        })?;
        Ok(Self(Rc::new(filter)))
    }

    /// Returns the results for a value.
    pub fn run(&self, value: Val) -> Result<Vec<Val>> {
        let context = Ctx::<JustLut<Val>>::new(&self.0.lut, Vars::new([]));
        let results = self.0.id.run((context, value)).map(unwrap_valr);
        results.map(|result| result.map_err(|e| Failure::Io(format!("--jq: {e}")))).collect()
    }
}

impl fmt::Debug for Filter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Filter")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::parse;

    fn run(code: &str, json: &str) -> Vec<String> {
        let results = Filter::new(code).unwrap().run(parse(json).unwrap()).unwrap();
        results.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn filters_return_several_values() {
        assert_eq!(run(".a[] | select(. > 1)", r#"{"a":[1,2,3]}"#), ["2", "3"]);
        assert_eq!(run(".name | ascii_upcase", r#"{"name":"ada"}"#), ["\"ADA\""]);
    }

    #[test]
    fn errors_name_the_cause() {
        assert_eq!(Filter::new(".[").unwrap_err().to_string(), "--jq: invalid filter `.[`");
        let unknown = Filter::new("nope").unwrap_err().to_string();
        assert_eq!(unknown, "--jq: invalid filter `nope`: unknown function or variable `nope`");
        assert!(Filter::new("error(\"x\")").unwrap().run(Val::Null).is_err());
    }
}
