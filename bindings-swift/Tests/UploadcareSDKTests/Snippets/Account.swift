import Foundation
import UploadcareSDK

func showUsage() async throws {
    // The token comes from UPLOADCARE_ACCOUNT_TOKEN.
    let account = try AccountClient()
    let yesterday = Date(timeIntervalSinceNow: -86_400)
    let monthAgo = yesterday.addingTimeInterval(-30 * 86_400)
    for project in try await account.projects.list() {
        let usage = try await account.usage.get(project.pubKey, from: monthAgo, to: yesterday)
        let traffic = usage.data.map(\.traffic).reduce(0, +)
        print("\(project.name): \(traffic) \(usage.units.traffic) in 30 days")
    }
}
