import Inference

/// Where facts come from, and the day that the source had them.
struct CatalogueSource {
    var text: String
    var checked: String

    init(reading object: inout CatalogueObject) throws(InferenceError) {
        text = try object.text("text")
        checked = try object.text("checked")
    }
}
