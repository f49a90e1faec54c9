use serde_json::json;
use sunshine_conversations::models::*;

use crate::server::{Server, decode};

#[test]
fn names_keep_their_letters() {
    let straße = Straße::new(7).with_éclairée(true).with_farbe(StraßeFarbe::Grün).with_nächste(Box::new(Straße::new(8)));
    let straße = straße.with_plätze([Größe::new().with_名前("a")]).with_größen([("b", Größe::new())]);
    let straße = straße.with_ort(GröSse::new("c"));
    let server = Server::responding(json!({"länge": 9}));
    let antwort = server.client().ändere_straße(&StraßeId::from("s"), "x", &straße).größe(3).send().unwrap();
    assert_eq!(antwort.länge, 9);
    let request = server.only();
    assert_eq!(decode(request.path()), "/straßen/s");
    assert_eq!(decode(request.raw_query()), "Ökonomie=x&größe=3");
    assert_eq!(
        request.json(),
        json!({
            "länge": 7, "éclairée": true, "farbe": "grün", "nächste": {"länge": 8}, "plätze": [{"名前": "a"}],
            "größen": {"b": {}}, "ort": {"a": "c"},
        })
    );
}

#[test]
fn values_of_an_enum_keep_their_letters() {
    for value in ["grün", "weiß", "青", "2²", "x²", "e\u{301}te\u{301}", "é", "e\u{301}", "привет", "שלום"] {
        let farbe = StraßeFarbe::from(value);
        assert!(!matches!(farbe, StraßeFarbe::Unknown(_)), "{value}");
        assert_eq!(farbe.as_str(), value);
    }
    assert_eq!(StraßeFarbe::Weiß.as_str(), "weiß");
    assert_eq!((StraßeFarbe::青.as_str(), StraßeFarbe::XUb2.as_str()), ("青", "x²"));
    assert_eq!((StraßeFarbe::Été.as_str(), StraßeFarbe::É.as_str()), ("e\u{301}te\u{301}", "é"));
}
