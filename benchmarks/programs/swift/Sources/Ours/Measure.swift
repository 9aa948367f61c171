import Foundation

/// What a program measures of itself, printed as one line of JSON.
struct Measure {
    private let wall = clock(CLOCK_MONOTONIC)
    private let cpu = clock(CLOCK_PROCESS_CPUTIME_ID)
    private let resident: Double?

    init() {
        // The peak is of what follows; where that cannot be, it is that of the whole process.
        try? Data("5".utf8).write(to: URL(fileURLWithPath: "/proc/self/clear_refs"))
        resident = memory("VmRSS")
    }

    /// What was used since then.
    func end() -> [String: Any] {
        let wall = clock(CLOCK_MONOTONIC) - wall
        let cpu = clock(CLOCK_PROCESS_CPUTIME_ID) - cpu
        var used: [String: Any] = ["wall_s": wall, "cpu_s": cpu]
        if let peak = memory("VmHWM"), let resident {
            used["peak_mb"] = peak
            used["growth_mb"] = peak - resident
        }
        return used
    }
}

/// A clock of the system in seconds.
private func clock(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// A figure of this process in MB, where the system tells it as Linux does.
func memory(_ name: String) -> Double? {
    guard let text = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else {
        return nil
    }
    let line = text.split(separator: "\n").first { $0.hasPrefix("\(name):") }
    let number = line?.split(whereSeparator: \.isWhitespace).dropFirst().first
    return number.flatMap { Double($0) }.map { $0 / 1024 }
}

/// Prints the one line.
func show(_ measured: [String: Any], _ done: [String: Any] = [:]) throws {
    let all = measured.merging(done) { _, new in new }
    let data = try JSONSerialization.data(withJSONObject: all, options: [.sortedKeys])
    print(String(decoding: data, as: UTF8.self))
}
