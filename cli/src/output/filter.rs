//! Filters in the language of jq.

use std::fmt;
use std::rc::Rc;

use jaq_core::data::JustLut;
use jaq_core::load::{Arena, File, Loader, parse};
use jaq_core::{Compiler, Ctx, Vars};
use jaq_json::Val;

use crate::failure::{Failure, Result};

/// Formats of jq that jaq's libraries lack.
const FORMATS: &str = r#"
def @csv: [.[] | if isstring then "\"" + gsub("\""; "\"\"") + "\"" elif . == null then "" else tostring end] | join(",");
def @tsv: [.[] | if isstring then gsub("\\\\"; "\\\\") | gsub("\t"; "\\t") | gsub("\n"; "\\n") | gsub("\r"; "\\r")
    elif . == null then "" else tostring end] | join("\t");
"#;

/// A compiled filter.
#[derive(Clone)]
pub struct Filter(Rc<jaq_core::compile::Filter<jaq_core::Native<JustLut<Val>>>>);

impl Filter {
    /// Compiles a filter.
    pub fn new(code: &str) -> Result<Self> {
        let formats = parse(FORMATS, |parser| parser.defs()).unwrap_or_default();
        let definitions = jaq_core::defs().chain(jaq_std::defs()).chain(jaq_json::defs()).chain(formats);
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

    /// Passes each result for a value. There may be any number.
    pub fn run(&self, value: Val, mut each: impl FnMut(Val) -> Result<()>) -> Result<()> {
        let context = Ctx::<JustLut<Val>>::new(&self.0.lut, Vars::new([]));
        for result in self.0.id.run((context, value)) {
            each(result.map_err(|exception| match exception.get_err() {
                Ok(error) => Failure::Io(format!("--jq: {error}")),
                Err(_) => Failure::usage("--jq: `halt` isn't supported; use `empty` or `limit`"),
            })?)?;
        }
        Ok(())
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
    use crate::output;

    fn run(code: &str, json: &str) -> Vec<String> {
        let mut results = Vec::new();
        let add = |result: Val| {
            results.push(result.to_string());
            Ok(())
        };
        Filter::new(code).unwrap().run(output::parse(json).unwrap(), add).unwrap();
        results
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
        let error = |code: &str| Filter::new(code).unwrap().run(Val::Null, |_| Ok(())).unwrap_err().to_string();
        assert_eq!(error("error(\"x\")"), "--jq: \"x\"");
        assert_eq!(error("halt"), "--jq: `halt` isn't supported; use `empty` or `limit`");
    }

    /// Results are passed one by one, so that an endless filter can be stopped.
    #[test]
    fn results_are_not_collected() {
        let mut left = 5;
        let stopped = Filter::new("repeat(.)").unwrap().run(Val::Null, |_| {
            left -= 1;
            if left == 0 { Err(Failure::Closed) } else { Ok(()) }
        });
        assert!(matches!(stopped, Err(Failure::Closed)));
    }

    #[test]
    fn formats_are_those_of_jq() {
        let row = r#"["a,\"b\"", 1.50, null, true, "t\tn\n\\"]"#;
        assert_eq!(run("@csv", row), [r#""\"a,\"\"b\"\"\",1.50,,true,\"t\tn\n\\\"""#]);
        assert_eq!(run("@tsv", row), [r#""a,\"b\"\t1.50\t\ttrue\tt\\tn\\n\\\\""#]);
    }
}
