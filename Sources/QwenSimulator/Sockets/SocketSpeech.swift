/// Speech on a socket: whole sentences are spoken as they come, the rest waits for the end.
struct SocketSpeech: Sendable {
    enum Part: Sendable {
        case event(JSON, usage: JSON?)
        case sound([UInt8])
        case cut
    }

    struct TooLong: Error {}

    private static let longestText = 20_000
    private static let longestTask = 200_000
    private static let ends: Set<Character> = [".", "!", "?", "。", "！", "？", "\n", ";", "；"]

    let card: MediaCard
    private let voice: String
    private let format: String
    private let rate: Int
    private let cutAfter: Int?
    private var waiting = ""
    private var taken = 0
    private var index = 0
    private var sounds = 0
    private(set) var characters = 0

    init(card: MediaCard, parameters: JSON, cutAfter: Int?) {
        self.card = card
        self.cutAfter = cutAfter
        voice = parameters["voice"]?.string ?? ""
        // The official package writes "Default" and a rate of 0 for what the model prefers.
        let wanted = parameters["format"]?.string ?? ""
        format = SoundFile.formats.contains(wanted) ? wanted : "mp3"
        let rate = parameters["sample_rate"]?.int ?? 0
        self.rate = rate > 0 ? rate : 22_050
    }

    mutating func take(_ text: String) throws(TooLong) {
        taken += text.count
        guard text.count <= Self.longestText, taken <= Self.longestTask else { throw TooLong() }
        waiting += text
    }

    /// The complete sentences so far, or everything.
    mutating func sentences(all: Bool) -> [String] {
        var sentences: [String] = []
        while let end = waiting.firstIndex(where: Self.ends.contains) {
            sentences.append(String(waiting[...end]))
            waiting = String(waiting[waiting.index(after: end)...])
        }
        if all, !waiting.isEmpty {
            sentences.append(waiting)
            waiting = ""
        }
        return sentences.filter { !$0.allSatisfy(\.isWhitespace) }
    }

    mutating func say(_ sentence: String) -> [Part] {
        let place: JSON = ["index": .integer(index), "words": []]
        func output(_ type: String) -> JSON {
            ["type": .string(type), "original_text": .string(sentence), "sentence": place]
        }
        index += 1
        characters += sentence.count
        var parts: [Part] = [.event(output("sentence-begin"), usage: nil)]
        let file = SoundFile(recipe: SoundRecipe(text: sentence, voice: voice, rate: rate), format: format)
        for chunk in file.chunks {
            if let cutAfter, sounds >= cutAfter { return parts + [.cut] }
            sounds += 1
            parts += [.event(output("sentence-synthesis"), usage: nil), .sound(chunk)]
        }
        parts.append(.event(output("sentence-end"), usage: ["characters": .integer(characters)]))
        return parts
    }
}
