use napi::bindgen_prelude::*;
use std::{error::Error as StdError, fmt};
use uploadcare::Error as CoreError;

/// Stands for what whoever was asked has thrown, by the number of the question: the value itself
/// stays with JavaScript.
#[derive(Debug)]
pub struct Thrown(pub u32);

impl fmt::Display for Thrown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an error of JavaScript")
    }
}

impl StdError for Thrown {}

/// The error as a JavaScript value, which `src-ts/failure.ts` makes an error class of. Only for the
/// thread that runs JavaScript.
pub fn thrown(env: &Env, error: &CoreError) -> Error {
    // Only a real `Error` object keeps its members when a call throws it at once.
    let object = || -> Result<Error> {
        let mut object = env.create_error(Error::from_reason(error.message()))?;
        object.set("error", error.info().clone())?;
        object.set("causes", causes(error))?;
        let own = StdError::source(error).and_then(<dyn StdError>::downcast_ref::<Thrown>);
        object.set("thrown", own.map(|thrown| thrown.0))?;
        Ok(Error::from_unknown_without_coercion(object.to_unknown()))
    };
    object().unwrap_or_else(|failure| failure)
}

fn causes(error: &CoreError) -> Vec<String> {
    let nearest = StdError::source(error);
    std::iter::successors(nearest, |cause| StdError::source(*cause))
        .map(ToString::to_string)
        .collect()
}
