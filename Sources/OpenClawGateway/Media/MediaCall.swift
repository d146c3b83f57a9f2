import HTTPTypes
import Inference
import OpenClawHost

/// A request about pictures, videos or sound.
struct MediaCall: Sendable {
    var call: GatewayCall
    /// What came as a form.
    var form: ReceivedForm?
}

/// Who answers such requests.
package struct MediaService: Sendable {
    /// Where the files of forms go; `nil` where no forms are taken.
    var folder: IncomingFolder?
    var perform: @Sendable (MediaCall) async -> MediaAnswer
}
