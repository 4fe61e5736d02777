import SwiftUI
import UniformTypeIdentifiers

/// Asks for a document and shows it.
@main
struct DocpaneApp: App {
    var body: some Scene {
        WindowGroup { Reader() }
    }
}

private struct Reader: View {
    @State private var isPicking = true
    @State private var title = ""
    @State private var file: URL?
    @Environment(\.openURL) private var openURL
    @Environment(\.colorScheme) private var colorScheme

    var body: some View {
        NavigationStack {
            Document(file: file, theme: colorScheme == .dark ? "dark" : "light", title: $title) { openURL($0) }
                .ignoresSafeArea(edges: .bottom)
                .navigationTitle(title)
                .navigationBarTitleDisplayMode(.inline)
                .toolbar { Button("Open") { isPicking = true } }
        }
        .fileImporter(isPresented: $isPicking, allowedContentTypes: [UTType(filenameExtension: "docx")!]) { file = try? $0.get() }
        .onOpenURL { file = $0 }
    }
}

private struct Document: UIViewRepresentable {
    let file: URL?
    let theme: String
    @Binding var title: String
    let follow: (URL) -> Void

    final class Coordinator: DocpaneListener {
        var parent: Document
        var shown: URL?

        init(_ parent: Document) { self.parent = parent }

        func page(_ page: Int, of pageCount: Int) { parent.title = "\(page) / \(pageCount)" }
        func finished(pageCount: Int) {}
        func link(_ url: URL) { parent.follow(url) }
        func action(_ name: String) {}
        func failed(kind: String, message: String) { parent.title = message }
        func backUnused() {}
    }

    func makeCoordinator() -> Coordinator { Coordinator(self) }

    func makeUIView(context: Context) -> DocpaneView { DocpaneView(listener: context.coordinator) }

    func updateUIView(_ view: DocpaneView, context: Context) {
        context.coordinator.parent = self
        view.setTheme(theme)
        guard let file, file != context.coordinator.shown else { return }
        context.coordinator.shown = file
        // A file of another app's is readable between these two calls.
        let isForeign = file.startAccessingSecurityScopedResource()
        defer { if isForeign { file.stopAccessingSecurityScopedResource() } }
        if let bytes = try? Data(contentsOf: file) { view.open(bytes: bytes) }
    }
}
