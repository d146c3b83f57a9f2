import Inference
package import OpenClawHost

/// The paths of OpenAI's interface for sound.
package struct AudioRoutes: Sendable {
    let speech: SpeechDesk
    let speaker: SpeechRunner
    let transcription: TranscriptionDesk
    let media: MediaRoutes

    package init(
        speech: SpeechDesk, speaker: SpeechRunner, transcription: TranscriptionDesk, media: MediaRoutes
    ) {
        self.speech = speech
        self.speaker = speaker
        self.transcription = transcription
        self.media = media
    }

    package var all: [Route] {
        [
            media.route(.post, "/v1/audio/speech") { try speak($0) },
            media.route(.post, "/v1/audio/transcriptions") { try await transcribe($0) },
            media.route(.get, "/v1/audio/transcriptions") { try media.list($0, .text) },
            media.route(.get, "/v1/audio/transcriptions/*") { try await media.show($0, .text) },
            media.route(.delete, "/v1/audio/transcriptions/*") { try await media.remove($0, .text) },
        ]
    }
}
