//! The model of a template, written as `context! { cases => cases, total => 3 }`.

/// Builds a JSON object from names and anything that serialises; what cannot be serialised becomes null.
#[macro_export]
macro_rules! context {
    ($($name:ident $(=> $value:expr)?),* $(,)?) => {{
        #[allow(unused_mut)]
        let mut object = $crate::json::Map::new();
        $(object.insert(stringify!($name).to_owned(), $crate::context!(@value $name $(=> $value)?));)*
        $crate::Json::Object(object)
    }};
    (@value $name:ident => $value:expr) => { $crate::json::to_value(&$value).unwrap_or_default() };
    (@value $name:ident) => { $crate::json::to_value(&$name).unwrap_or_default() };
}
