use napi::bindgen_prelude::*;
use uploadcare::Error as CoreError;

/// The error as a JavaScript value, which `src-ts/failure.ts` makes an error class of. Only for the
/// thread that runs JavaScript.
pub fn thrown(env: &Env, error: &CoreError) -> Error {
    // Only a real `Error` object keeps its members when a call throws it at once.
    let object = || -> Result<Error> {
        let mut object = env.create_error(Error::from_reason(error.message()))?;
        object.set("error", error.info().clone())?;
        object.set("causes", causes(error))?;
        Ok(Error::from_unknown_without_coercion(object.to_unknown()))
    };
    object().unwrap_or_else(|failure| failure)
}

fn causes(error: &CoreError) -> Vec<String> {
    let nearest = std::error::Error::source(error);
    std::iter::successors(nearest, |cause| cause.source()).map(ToString::to_string).collect()
}
