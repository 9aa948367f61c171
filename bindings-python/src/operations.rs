//! One body for the sync and the async method of an operation.

/// Emits the `#[pymethods]` of a class: the plain methods as they are, and each operation twice.
///
/// `fn get / get_async(&self, …) -> T { … }` has a body that checks its arguments and gives the
/// future of the call. `get` waits for it; `get_async` returns what a coroutine can await. The
/// class has a method `setup`.
macro_rules! operations {
    (
        impl $class:ident { $($plain:tt)* }
        $(
            $(#[$attribute:meta])*
            fn $sync:ident / $async:ident(&$this:ident, $py:ident $(, $name:ident: $type:ty)*) -> $result:ty $body:block
        )*
    ) => {
        #[::pyo3::pymethods]
        impl $class {
            $($plain)*

            $(
                $(#[$attribute])*
                fn $sync<'py>(
                    &$this, $py: ::pyo3::Python<'py> $(, $name: $type)*
                ) -> ::pyo3::PyResult<::pyo3::Bound<'py, ::pyo3::PyAny>> {
                    $crate::runtime::guarded($py, || {
                        let call = $crate::runtime::call::<$result, _>($body);
                        $crate::runtime::wait($py, call, $this.setup())
                    })
                }

                $(#[$attribute])*
                fn $async<'py>(
                    &$this, $py: ::pyo3::Python<'py> $(, $name: $type)*
                ) -> ::pyo3::PyResult<::pyo3::Bound<'py, ::pyo3::PyAny>> {
                    $crate::runtime::guarded($py, || {
                        let call = $crate::runtime::call::<$result, _>($body);
                        $crate::runtime::promise($py, call, $this.setup())
                    })
                }
            )*
        }
    };
}

pub(crate) use operations;
