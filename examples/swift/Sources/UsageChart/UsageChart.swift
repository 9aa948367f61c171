import Foundation
import UploadcareSDK

/// Shows what a project of an account has used in the last 30 days, as lines of a terminal.
///
/// `swift run usage-chart`, with `UPLOADCARE_ACCOUNT_TOKEN` set.
@main
struct UsageChart {
    static func main() async {
        do {
            try await run()
        } catch {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            exit(1)
        }
    }

    static func run() async throws {
        let account = try AccountClient()
        let projects = try await account.projects.list()
        guard let project = projects.first else { return print("the account has no project") }
        print("\(project.name) (\(projects.count) projects)")

        let day: TimeInterval = 86_400
        let end = Date(timeIntervalSinceNow: -day)
        let start = end.addingTimeInterval(-30 * day)
        let usage = try await account.usage.get(project.pubKey, from: start, to: end)
        for metric in [UsageMetric.traffic, .storage, .operations] {
            let rows = usage.rows.filter { $0.metric == metric }
            let values = rows.map(\.value)
            let name = "\(metric)".padding(toLength: 10, withPad: " ", startingAt: 0)
            let unit = rows.first?.unit ?? ""
            print("\(name) \(sparkline(values))  most \(values.max() ?? 0) \(unit)")
        }
    }

    static func sparkline(_ values: [Int64]) -> String {
        let bars = Array("▁▂▃▄▅▆▇█")
        let most = max(values.max() ?? 0, 1)
        return String(values.map { bars[Int($0 * 7 / most)] })
    }
}
