import Inference

/// The clients that can be connected.
struct ClientListView: Renderable {
    let recipes: [ClientRecipe]

    var json: JSONValue {
        [
            "clients": .array(
                recipes.map { recipe in
                    .members { object in
                        object["id"] = .string(recipe.id)
                        object["label"] = .string(recipe.label)
                        object["files"] = .strings(recipe.files.map(\.path))
                        object["variables"] = .strings(recipe.variables.map(\.name))
                    }
                })
        ]
    }

    var text: [String] {
        var table = TextTable(columns: [
            TextTable.Column("Client", width: width(\.id)), TextTable.Column("Name", width: width(\.label)),
            TextTable.Column("Settings", width: 0),
        ])
        for recipe in recipes {
            let places = recipe.files.map(\.path) + recipe.variables.map(\.name)
            table.append([recipe.id, recipe.label, places.isEmpty ? "by hand" : places.joined(separator: ", ")])
        }
        return table.lines
    }

    private func width(_ column: (ClientRecipe) -> String) -> Int { (recipes.map { column($0).count }.max() ?? 0) + 1 }
}
