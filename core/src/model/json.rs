use serde::{Deserialize, Serialize};

/// Any JSON value, for what the service may send without a fixed shape.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Json(pub serde_json::Value);

impl From<serde_json::Value> for Json {
    fn from(value: serde_json::Value) -> Self {
        Self(value)
    }
}

#[cfg(feature = "python")]
mod python {
    use super::Json;
    use pyo3::{
        IntoPyObjectExt,
        prelude::*,
        types::{PyDict, PyList},
    };
    use serde_json::Value;

    impl<'py> IntoPyObject<'py> for Json {
        type Target = PyAny;
        type Output = Bound<'py, PyAny>;
        type Error = PyErr;

        fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
            value(py, self.0)
        }
    }

    fn value(py: Python<'_>, json: Value) -> PyResult<Bound<'_, PyAny>> {
        match json {
            Value::Null => Ok(py.None().into_bound(py)),
            Value::Bool(flag) => flag.into_bound_py_any(py),
            Value::Number(number) => match (number.as_i64(), number.as_u64()) {
                (Some(whole), _) => whole.into_bound_py_any(py),
                (None, Some(whole)) => whole.into_bound_py_any(py),
                (None, None) => number.as_f64().into_bound_py_any(py),
            },
            Value::String(text) => text.into_bound_py_any(py),
            Value::Array(items) => {
                let list = PyList::empty(py);
                for item in items {
                    list.append(value(py, item)?)?;
                }
                Ok(list.into_any())
            }
            Value::Object(entries) => {
                let dict = PyDict::new(py);
                for (key, item) in entries {
                    dict.set_item(key, value(py, item)?)?;
                }
                Ok(dict.into_any())
            }
        }
    }
}

/// Any JSON value.
#[cfg(feature = "node")]
#[napi_derive::napi(js_name = "Json")]
#[allow(dead_code)]
pub type JsonValue = serde_json::Value;

#[cfg(feature = "node")]
const _: () = {
    use napi::{Result, ValueType, bindgen_prelude::*, sys};

    impl TypeName for Json {
        fn type_name() -> &'static str {
            "Json"
        }
        fn value_type() -> ValueType {
            ValueType::Unknown
        }
    }
    impl ValidateNapiValue for Json {}
    impl ToNapiValue for Json {
        unsafe fn to_napi_value(env: sys::napi_env, value: Self) -> Result<sys::napi_value> {
            unsafe { serde_json::Value::to_napi_value(env, value.0) }
        }
    }
};

/// Swift and Kotlin have no common JSON type, so they get a tree of their own.
#[cfg(feature = "uniffi")]
mod ffi {
    use super::Json;
    use serde_json::{Number, Value};
    use std::collections::HashMap;

    /// Any JSON value.
    #[derive(Debug, Clone, PartialEq, uniffi::Enum)]
    pub enum JsonNode {
        /// `null`.
        Null,
        /// `true` or `false`.
        Boolean {
            /// The value.
            value: bool,
        },
        /// A whole number of 64 bits.
        Integer {
            /// The value.
            value: i64,
        },
        /// Any other number.
        Number {
            /// The value.
            value: f64,
        },
        /// A text.
        Text {
            /// The value.
            value: String,
        },
        /// An array.
        Array {
            /// Its items in order.
            items: Vec<JsonNode>,
        },
        /// An object.
        Object {
            /// Its members by name.
            members: HashMap<String, JsonNode>,
        },
    }

    uniffi::custom_type!(Json, JsonNode, {
        try_lift: |node| Ok(Json(node.into())),
        lower: |json| json.0.into(),
    });

    impl From<Value> for JsonNode {
        fn from(value: Value) -> Self {
            match value {
                Value::Null => Self::Null,
                Value::Bool(value) => Self::Boolean { value },
                Value::Number(number) => match number.as_i64() {
                    Some(value) => Self::Integer { value },
                    None => Self::Number { value: number.as_f64().unwrap_or(f64::NAN) },
                },
                Value::String(value) => Self::Text { value },
                Value::Array(items) => {
                    Self::Array { items: items.into_iter().map(Into::into).collect() }
                }
                Value::Object(members) => Self::Object {
                    members: members.into_iter().map(|(k, v)| (k, v.into())).collect(),
                },
            }
        }
    }

    impl From<JsonNode> for Value {
        fn from(node: JsonNode) -> Self {
            match node {
                JsonNode::Null => Self::Null,
                JsonNode::Boolean { value } => Self::Bool(value),
                JsonNode::Integer { value } => Self::Number(value.into()),
                JsonNode::Number { value } => {
                    Number::from_f64(value).map_or(Self::Null, Self::Number)
                }
                JsonNode::Text { value } => Self::String(value),
                JsonNode::Array { items } => {
                    Self::Array(items.into_iter().map(Into::into).collect())
                }
                JsonNode::Object { members } => {
                    Self::Object(members.into_iter().map(|(k, v)| (k, v.into())).collect())
                }
            }
        }
    }
}
