use sunshine_conversations::models::*;

fn read<T: serde::de::DeserializeOwned>(text: &str) -> T {
    serde_json::from_str(text).unwrap()
}

fn written(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap()
}

#[test]
fn the_form_of_webhooks_becomes_the_form_of_responses() {
    let webhook: FlowerWebhook = read(r#"{"id":"f","color":"red","gardener":"Ada"}"#);
    let flower = Flower::try_from(&webhook).unwrap();
    assert_eq!(flower.color.as_deref(), Some("red"));
    assert_eq!(written(&flower), r#"{"id":"f","color":"red","gardener":"Ada"}"#);
}

#[test]
fn a_record_becomes_the_body_that_updates_it() {
    let flower: Flower = read(r#"{"id":"f","color":"red","height":7,"pot":{"size":3,"glaze":"blue"}}"#);
    let body = FlowerUpdateBody::try_from(&flower).unwrap();
    assert_eq!(written(&body), r#"{"color":"red","pot":{"size":3,"glaze":"blue"}}"#);
    let after: Flower = read(r#"{"id":"f","pot":{"size":3}}"#);
    let difference = FlowerUpdateBody::diff(&flower, &after).unwrap();
    assert_eq!(written(&difference), r#"{"color":null,"pot":{"glaze":null}}"#);
    assert!(FlowerUpdateBody::diff(&after, &after).unwrap().is_empty());
    let pot: ClayPotUpdate = ClayPotUpdate::try_from(flower.pot.as_ref().unwrap()).unwrap();
    assert_eq!(written(&pot), r#"{"size":3,"glaze":"blue"}"#);
}
