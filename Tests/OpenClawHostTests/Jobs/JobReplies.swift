import Inference
import InferenceTesting

/// What the service and its store answer.
enum JobReplies {
    static let accepted = ScriptedReply(#"{"request_id":"r1","output":{"task_id":"t1","task_status":"PENDING"}}"#)

    static func status(_ state: String, _ more: String = "") -> ScriptedReply {
        ScriptedReply(#"{"request_id":"r2","output":{"task_id":"t1","task_status":"\#(state)"\#(more)}}"#)
    }

    static let succeeded = ScriptedReply(
        #"""
        {"request_id":"r3","output":{"task_id":"t1","task_status":"SUCCEEDED","orig_prompt":"a kite",
         "video_url":"http://result.example/a.mp4?Expires=1"},"usage":{"video_count":1,"duration":5,"SR":720}}
        """#)

    /// A clip as its first bytes say.
    static let clip: [UInt8] = [0, 0, 0, 16] + Array("ftypisom".utf8) + [UInt8](repeating: 7, count: 88)

    static let file = ScriptedReply(clip, fields: ["content-length": "100"], chunking: .every(30))

    static func list(_ rows: String...) -> ScriptedReply {
        ScriptedReply(#"{"request_id":"r4","total_page":1,"data":[\#(rows.joined(separator: ","))]}"#)
    }

    static func row(_ id: String, late seconds: Double, model: String = "wan2.6-t2v", state: String = "RUNNING")
        -> String
    {
        let time = Int((JobClock.start + seconds) * 1000)
        return #"{"task_id":"\#(id)","status":"\#(state)","model_name":"\#(model)","gmt_create":\#(time)}"#
    }

    static let lost = ScriptedReply.failing(InferenceError(.unavailable, "closed without an answer"))
}
