import Foundation
import HTTPTypes
import Inference
import InferenceTesting
import Qwen
import Testing

@testable import OpenClawHost

/// Transcriptions pass through the states of jobs.
@Suite struct TranscriptionJobTests {
    private static let document =
        #"{"transcripts":[{"channel_id":0,"text":"Hi there.","sentences":[{"begin_time":0,"end_time":1500,"language":"en","text":"Hi there."}]}]}"#
    private static let succeeded = ScriptedReply(
        #"{"request_id":"r3","output":{"task_id":"t1","task_status":"SUCCEEDED","result":{"transcription_url":"http://result.example/a.json"}},"usage":{"seconds":12}}"#
    )

    private func add(
        _ scene: JobScene, _ model: ModelID = "qwen3-asr-flash-filetrans", _ format: TranscriptFormat = .srt,
        output: String? = "/talk.v2.mp4"
    ) throws {
        let provider = try #require(try QwenProvider.all().first)
        let support = try #require(try provider.transcription?.models().first { $0.model == model })
        let input = GenerationInput(
            kind: .audio, role: .recording, source: .address("https://example.com/My%20talk.mp3?x=1"))
        let plan = try TranscriptionPlanner(support: support, endpoint: "standard-intl")
            .plan(TranscriptionRequest(input: input, format: support.hasTimes ? format : .text))
        try scene.add { job in
            job.plan = plan
            job.output = output.map { scene.home.path + $0 }
            job.transcript = TranscriptOutput(format)
        }
    }

    @Test func aTaskBecomesAFileWithAllThatIsKnownBesideIt() async throws {
        let scene = try JobScene([
            JobReplies.accepted, JobReplies.status("RUNNING"), Self.succeeded, ScriptedReply(Self.document),
        ])
        try add(scene)
        let job = try await scene.drive()
        #expect(scene.store.states == [.prepared, .submitting, .waiting, .running, .fetching, .succeeded])
        #expect(scene.asked == ["POST transcription", "GET t1", "GET t1", "GET a.json"])
        #expect(scene.transport.requests.last?.head.scheme == "https")
        let file = try #require(job.files.first)
        #expect(file.path == scene.home.path + "/talk.v2.srt" && file.mediaType == "application/x-subrip")
        let text = try String(contentsOfFile: file.path, encoding: .utf8)
        #expect(text == "1\n00:00:00,000 --> 00:00:01,500\nHi there.\n\n" && file.byteCount == text.utf8.count)
        let kept = try StoredTranscript.read(of: job)
        #expect(kept.text == "Hi there." && kept.segments.count == 1 && kept.language == "en")
        #expect(job.cost == CostEstimate(amount: Decimal(string: "0.00312")!, currency: "CNY"))
        #expect(scene.booked.map(\.cost) == [.amount(Decimal(string: "0.00312")!, currency: "CNY")])
    }

    @Test func anAnswerAtOnceIsAJobAsWell() async throws {
        let answer =
            #"{"request_id":"r1","usage":{"seconds":3},"output":{"choices":[{"message":{"content":[{"text":"Hello."}]}}]}}"#
        let scene = try JobScene([ScriptedReply(answer)])
        try add(scene, "qwen3-asr-flash", .text, output: nil)
        let job = try await scene.drive()
        let file = try #require(job.files.first)
        #expect(file.path == scene.home.path + "/media/My20talk---job-1.txt")
        #expect(try String(contentsOfFile: file.path, encoding: .utf8) == "Hello.\n")
        #expect(job.cost == CostEstimate(amount: Decimal(string: "0.00078")!, currency: "CNY"))
    }

    @Test func theDocumentIsAskedForAgainWhenItBreaksOff() async throws {
        let broken = ScriptedReply(steps: [
            .bytes(Array(Self.document.utf8.prefix(20))), .failure(InferenceError(.truncated, "gone")),
        ])
        let scene = try JobScene([
            JobReplies.accepted, Self.succeeded, broken, ScriptedReply(Self.document),
        ])
        try add(scene)
        #expect(try await scene.drive().state == .succeeded)
    }

    @Test func silenceIsAFailureThatWasPaid() async throws {
        let scene = try JobScene([
            JobReplies.accepted, Self.succeeded, ScriptedReply(#"{"transcripts":[{"text":"","sentences":[]}]}"#),
        ])
        try add(scene)
        let job = try await scene.drive()
        #expect(job.state == .failed && job.failure?.message == "no speech was found in the recording")
        #expect(scene.booked.count == 1)
    }

    @Test func aForgottenResultIsOver() async throws {
        let scene = try JobScene([JobReplies.accepted, Self.succeeded, ScriptedReply("", status: 404)])
        try add(scene)
        #expect(try await scene.drive().state == .expired)
    }

    @Test func aFileThatTheServiceCouldNotReadIsTold() async throws {
        let failed = ScriptedReply(
            #"{"request_id":"r3","output":{"task_id":"t1","task_status":"FAILED","code":"InvalidFile.DownloadFailed","message":"The audio file cannot be downloaded."}}"#
        )
        let scene = try JobScene([JobReplies.accepted, failed])
        try add(scene)
        let job = try await scene.drive()
        #expect(job.state == .failed && job.failure?.message.contains("download") == true)
        #expect(scene.booked.map(\.cost) == [.nothing])
    }
}
