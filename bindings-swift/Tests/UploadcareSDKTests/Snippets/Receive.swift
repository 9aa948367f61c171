import Foundation
import UploadcareSDK

/// What a web server does with a request: gives the status of its answer.
func answer(_ body: Data, _ headers: [String: String], by receiver: WebhookReceiver) -> Int {
    do {
        let signature = headers[WebhookReceiver.signatureHeader]
        let delivery = try receiver.receive(body, signature: signature)
        print(delivery.hook.event, delivery.data?.uuid ?? "")
        return 200
    } catch {
        print("refused: \(error.localizedDescription)")
        return 403
    }
}
