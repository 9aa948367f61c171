/// Language and version for the User-Agent header. Swift does not tell its version, it only
/// compares.
let runtime: String = {
    #if compiler(>=6.3)
        "Swift/6.3"
    #elseif compiler(>=6.2)
        "Swift/6.2"
    #elseif compiler(>=6.1)
        "Swift/6.1"
    #else
        "Swift/6.0"
    #endif
}()
