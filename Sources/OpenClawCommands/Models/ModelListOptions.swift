package import ArgumentParser
import Inference
import OpenClawHost

/// Which models a listing shows.
package struct ModelListOptions: ParsableArguments {
    @Flag(help: "Show every model that is known, also those that your plan does not serve, with the reason.")
    package var all = false

    @Flag(help: "Show only models on this machine.")
    package var local = false

    @Option(help: ArgumentHelp("Show the models of one provider; aliases work.", valueName: "id"))
    package var provider: String?

    package init() {}
}

extension ModelListOptions {
    /// Prints the listing, and on standard error what was left out of it.
    func show(as format: OutputFormat, in context: CommandContext) throws {
        let installation = try context.installation()
        let lister = ModelLister(selector: installation.selector, standing: { installation.standing(of: $0) })
        let query = ModelListing.Query(
            includesAll: all, onlyLocal: local, provider: provider.map { ProviderID($0) })
        let listing = try lister.list(query)
        try context.show(ModelListView(listing), as: format)
        for omission in listing.omitted {
            let count = omission.models.count
            context.note(
                "\(count) \(count == 1 ? "model is" : "models are") not listed: \(omission.reason); --all shows "
                    + (count == 1 ? "it" : "them"))
        }
    }
}
