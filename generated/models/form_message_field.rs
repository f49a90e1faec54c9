// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// A field of a form, for the end user to fill in.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct FormMessageField {
    /// Type of the field.
    pub type_: FormFieldType,
    /// Field name, unique within the form or form response; 1 to 128 characters.
    pub name: String,
    /// Label under which the Web Messenger displays the field; 1 to 128 characters.
    pub label: String,
    /// Response to a field of type `text`; 1 to 256 characters.
    pub text: Option<String>,
    /// Response to a field of type `email`; 1 to 128 characters.
    pub email: Option<String>,
    /// Response to a field of type `select`. Only for messages of type `form` and `formResponse`.
    pub select: Option<Vec<Json>>,
    /// Format of a field of type `text`.
    pub format: Option<FormFieldFormat>,
    /// Placeholder of the field; 1 to 128 characters. Form messages only.
    pub placeholder: Option<String>,
    /// Minimum response length in a `text` field: 1 to 256, default 1. Form messages only.
    pub min_size: Option<i64>,
    /// Maximum response length in a `text` field: 1 to 256, default 128. Form messages only.
    pub max_size: Option<i64>,
    /// Options of a field of type `select`.
    pub options: Option<Vec<FormOption>>,
}

impl FormMessageField {
    /// Made of what is required; all else is unset.
    pub fn new(type_: impl Into<FormFieldType>, name: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            type_: type_.into(),
            name: name.into(),
            label: label.into(),
            text: None,
            email: None,
            select: None,
            format: None,
            placeholder: None,
            min_size: None,
            max_size: None,
            options: None,
        }
    }

    /// Sets [`Self::type_`].
    pub fn with_type(mut self, type_: impl Into<FormFieldType>) -> Self {
        self.type_ = type_.into();
        self
    }

    /// Sets [`Self::name`].
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
        self
    }

    /// Sets [`Self::label`].
    pub fn with_label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// Sets [`Self::text`].
    pub fn with_text(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
        self
    }

    /// Sets [`Self::email`].
    pub fn with_email(mut self, email: impl Into<String>) -> Self {
        self.email = Some(email.into());
        self
    }

    /// Sets [`Self::select`].
    pub fn with_select(mut self, select: impl IntoIterator<Item = impl Into<Json>>) -> Self {
        self.select = Some(select.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`Self::format`].
    pub fn with_format(mut self, format: impl Into<FormFieldFormat>) -> Self {
        self.format = Some(format.into());
        self
    }

    /// Sets [`Self::placeholder`].
    pub fn with_placeholder(mut self, placeholder: impl Into<String>) -> Self {
        self.placeholder = Some(placeholder.into());
        self
    }

    /// Sets [`Self::min_size`].
    pub fn with_min_size(mut self, min_size: impl Into<i64>) -> Self {
        self.min_size = Some(min_size.into());
        self
    }

    /// Sets [`Self::max_size`].
    pub fn with_max_size(mut self, max_size: impl Into<i64>) -> Self {
        self.max_size = Some(max_size.into());
        self
    }

    /// Sets [`Self::options`].
    pub fn with_options(mut self, options: impl IntoIterator<Item = impl Into<FormOption>>) -> Self {
        self.options = Some(options.into_iter().map(Into::into).collect());
        self
    }
}

impl Fields for FormMessageField {
    const NAME: &'static str = "FormMessageField";
    const KEYS: &'static [&'static str] =
        &["type", "name", "label", "text", "email", "select", "format", "placeholder", "minSize", "maxSize", "options"];
    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut type_ = None;
        let mut name = None;
        let mut label = None;
        let mut text = None;
        let mut email = None;
        let mut select = None;
        let mut format = None;
        let mut placeholder = None;
        let mut min_size = None;
        let mut max_size = None;
        let mut options = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut type_),
                1 => object.required(&mut name),
                2 => object.required(&mut label),
                3 => object.value(&mut text),
                4 => object.value(&mut email),
                5 => object.value(&mut select),
                6 => object.value(&mut format),
                7 => object.value(&mut placeholder),
                8 => object.value(&mut min_size),
                9 => object.value(&mut max_size),
                10 => object.value(&mut options),
                _ => object.skip(),
            }?;
        }
        Ok(Self {
            type_: given(type_, "type")?,
            name: given(name, "name")?,
            label: given(label, "label")?,
            text,
            email,
            select,
            format,
            placeholder,
            min_size,
            max_size,
            options,
        })
    }
}

impl<'de> Deserialize<'de> for FormMessageField {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for FormMessageField {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("type", &self.type_);
        object.field("name", &self.name);
        object.field("label", &self.label);
        object.option("text", &self.text);
        object.option("email", &self.email);
        object.option("select", &self.select);
        object.option("format", &self.format);
        object.option("placeholder", &self.placeholder);
        object.option("minSize", &self.min_size);
        object.option("maxSize", &self.max_size);
        object.option("options", &self.options);
        object.end()
    }
}
