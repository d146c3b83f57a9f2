/// What a request cost in tokens.
struct Usage: Sendable {
    var text = 0
    var image = 0
    var video = 0
    var audio = 0
    var cached = 0
    var created = 0
    var isExplicit = false
    var reasoning = 0
    var answer = 0

    var prompt: Int { text + image + video + audio }
    var completion: Int { reasoning + answer }
    var total: Int { prompt + completion }
}
