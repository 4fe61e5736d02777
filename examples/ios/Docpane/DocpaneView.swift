import SwiftUI
import UniformTypeIdentifiers
import WebKit

/// What a page tells of itself.
protocol DocpaneListener: AnyObject {
    func page(_ page: Int, of pageCount: Int)
    func finished(pageCount: Int)
    /// A link out of the document: open it in a browser, or ask first.
    func link(_ url: URL)
    /// `download`, `print`, or an action of your own.
    func action(_ name: String)
    func failed(kind: String, message: String)
    /// Going back was not used up by an open panel.
    func backUnused()
}

/// A web view that shows a Word document, from the app's own files alone.
final class DocpaneView: WKWebView, WKScriptMessageHandler, WKNavigationDelegate {
    private static let root = URL(string: "docpane://app/docpane/embed.html")!
    private let files = DocpaneFiles()
    private weak var listener: DocpaneListener?
    private var waiting: [[String: Any]] = []
    private var isReady = false

    init(listener: DocpaneListener) {
        self.listener = listener
        let configuration = WKWebViewConfiguration()
        configuration.setURLSchemeHandler(files, forURLScheme: "docpane")
        super.init(frame: .zero, configuration: configuration)
        navigationDelegate = self
        // The content controller would keep us alive.
        configuration.userContentController.add(WeakHandler(self), name: "docpane")
        let center = NotificationCenter.default
        center.addObserver(self, selector: #selector(toBackground), name: UIApplication.didEnterBackgroundNotification, object: nil)
        center.addObserver(self, selector: #selector(toForeground), name: UIApplication.willEnterForegroundNotification, object: nil)
        center.addObserver(self, selector: #selector(lowMemory), name: UIApplication.didReceiveMemoryWarningNotification, object: nil)
        load(URLRequest(url: Self.root))
    }

    @available(*, unavailable)
    required init?(coder: NSCoder) { fatalError("made in code alone") }

    /// Shows a file that the app may read.
    func open(_ file: URL) { open { try Data(contentsOf: file, options: .mappedIfSafe) } }

    /// Shows bytes.
    func open(bytes: Data) { open { bytes } }

    private func open(_ read: @escaping () throws -> Data) {
        let number = files.offer(read)
        send(["type": "open", "url": "docpane://app/document/\(number)"])
    }

    /// `light`, `dark`, `sepia` or `auto`.
    func setTheme(_ theme: String) { send(["type": "theme", "theme": theme]) }

    func goTo(page: Int) { send(["type": "page", "page": page]) }

    /// For the app's back button; what is not used up comes as `backUnused`.
    func back() {
        if isReady { send(["type": "back"]) } else { listener?.backUnused() }
    }

    @objc private func toBackground() { send(["type": "background"]) }

    @objc private func toForeground() { send(["type": "foreground"]) }

    /// Gives back what it can, and goes on.
    @objc private func lowMemory() {
        send(["type": "low-memory"])
        if UIApplication.shared.applicationState == .active { send(["type": "foreground"]) }
    }

    private func send(_ command: [String: Any]) {
        guard isReady else { return waiting.append(command) }
        let message = command.merging(["docpane": 1]) { own, _ in own }
        guard let data = try? JSONSerialization.data(withJSONObject: message), let text = String(data: data, encoding: .utf8) else { return }
        evaluateJavaScript("docpaneReceive(\(text))")
    }

    func userContentController(_ controller: WKUserContentController, didReceive message: WKScriptMessage) {
        guard message.frameInfo.isMainFrame, let text = message.body as? String,
              let object = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] else { return }
        switch object["type"] as? String {
        case "ready":
            isReady = true
            waiting.forEach(send)
            waiting.removeAll()
        case "page": listener?.page(object["page"] as? Int ?? 1, of: object["pageCount"] as? Int ?? 1)
        case "finish": listener?.finished(pageCount: object["pageCount"] as? Int ?? 0)
        case "link": if let url = (object["url"] as? String).flatMap(URL.init) { listener?.link(url) }
        case "action": listener?.action(object["action"] as? String ?? "")
        case "error": listener?.failed(kind: object["kind"] as? String ?? "", message: object["message"] as? String ?? "")
        case "back": if object["handled"] as? Bool == false { listener?.backUnused() }
        default: break
        }
    }

    /// Nothing but our own page is ever shown here.
    func webView(_ webView: WKWebView, decidePolicyFor action: WKNavigationAction) async -> WKNavigationActionPolicy {
        action.request.url?.scheme == "docpane" ? .allow : .cancel
    }

    /// The system ended the page's process for want of memory: it begins again.
    func webViewWebContentProcessDidTerminate(_ webView: WKWebView) {
        isReady = false
        if let number = files.latest { waiting = [["type": "open", "url": "docpane://app/document/\(number)"]] }
        load(URLRequest(url: Self.root))
    }
}

private final class WeakHandler: NSObject, WKScriptMessageHandler {
    private weak var handler: WKScriptMessageHandler?

    init(_ handler: WKScriptMessageHandler) { self.handler = handler }

    func userContentController(_ controller: WKUserContentController, didReceive message: WKScriptMessage) {
        handler?.userContentController(controller, didReceive: message)
    }
}

/// Answers `docpane://app/docpane/…` from the app's bundle and `docpane://app/document/NUMBER` with the document.
private final class DocpaneFiles: NSObject, WKURLSchemeHandler {
    private(set) var latest: Int?
    private var read: (() throws -> Data)?

    func offer(_ read: @escaping () throws -> Data) -> Int {
        self.read = read
        latest = (latest ?? 0) + 1
        return latest!
    }

    func webView(_ webView: WKWebView, start task: WKURLSchemeTask) {
        guard let url = task.request.url, let (data, type) = content(of: url.path) else {
            return task.didFailWithError(URLError(.fileDoesNotExist))
        }
        // The media types matter: a browser runs no module of another type.
        let headers = ["Content-Type": type, "Content-Length": String(data.count), "Cache-Control": "no-store"]
        task.didReceive(HTTPURLResponse(url: url, statusCode: 200, httpVersion: "HTTP/1.1", headerFields: headers)!)
        task.didReceive(data)
        task.didFinish()
    }

    func webView(_ webView: WKWebView, stop task: WKURLSchemeTask) {}

    private func content(of path: String) -> (Data, String)? {
        if let latest, path == "/document/\(latest)", let data = try? read?() {
            return (data, "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
        }
        let types = ["html": "text/html; charset=utf-8", "js": "text/javascript; charset=utf-8", "css": "text/css; charset=utf-8", "wasm": "application/wasm", "woff2": "font/woff2"]
        guard path.hasPrefix("/docpane/"), !path.contains(".."), let type = types[(path as NSString).pathExtension],
              let data = try? Data(contentsOf: Bundle.main.bundleURL.appendingPathComponent(path)) else { return nil }
        return (data, type)
    }
}
