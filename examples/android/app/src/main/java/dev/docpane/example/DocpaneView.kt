package dev.docpane.example

import android.annotation.SuppressLint
import android.content.Context
import android.net.Uri
import android.webkit.WebResourceRequest
import android.webkit.WebResourceResponse
import android.webkit.WebView
import androidx.webkit.WebViewAssetLoader
import androidx.webkit.WebViewClientCompat
import androidx.webkit.WebViewCompat
import org.json.JSONObject

private const val ORIGIN = "https://appassets.androidplatform.net"
private const val DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

/** What a page tells of itself. */
interface DocpaneListener {
    fun onPage(page: Int, pageCount: Int) {}
    fun onFinish(pageCount: Int) {}
    /** A link out of the document: open it in a browser, or ask first. */
    fun onLink(url: Uri) {}
    /** `download`, `print`, or an action of your own. */
    fun onAction(action: String) {}
    fun onError(kind: String, message: String) {}
    /** The back key was not used up by an open panel. */
    fun onBackUnused() {}
}

/** A WebView that shows a Word document, from the app's own files alone. */
@SuppressLint("SetJavaScriptEnabled")
class DocpaneView(context: Context, private val listener: DocpaneListener) : WebView(context) {
    /** The document that the page may read, under `/document/NUMBER`. */
    private var document: Uri? = null
    private var opened = 0
    private val waiting = mutableListOf<JSONObject>()
    private var isReady = false

    private val loader = WebViewAssetLoader.Builder()
        .addPathHandler("/docpane/") { path -> asset(path) }
        .addPathHandler("/document/") { path -> if (path == opened.toString()) stream() else null }
        .build()

    init {
        settings.javaScriptEnabled = true
        settings.allowFileAccess = false
        settings.allowContentAccess = false
        webViewClient = object : WebViewClientCompat() {
            override fun shouldInterceptRequest(view: WebView, request: WebResourceRequest): WebResourceResponse? = loader.shouldInterceptRequest(request.url)

            /** Nothing but our own page is ever shown here. */
            override fun shouldOverrideUrlLoading(view: WebView, request: WebResourceRequest): Boolean = !request.url.toString().startsWith("$ORIGIN/docpane/")
        }
        WebViewCompat.addWebMessageListener(this, "docpaneApp", setOf(ORIGIN)) { _, message, _, isMainFrame, _ ->
            if (isMainFrame) message.data?.let { hear(JSONObject(it)) }
        }
        loadUrl("$ORIGIN/docpane/embed.html")
    }

    /** Shows a document that the app may read, such as the `content:` address of an intent. */
    fun open(uri: Uri) {
        document = uri
        opened++
        send(command("open").put("url", "$ORIGIN/document/$opened"))
    }

    /** `light`, `dark`, `sepia` or `auto`. */
    fun setTheme(theme: String) = send(command("theme").put("theme", theme))

    fun goTo(page: Int) = send(command("page").put("page", page))

    /** To be called for the back key; what is not used up comes as `onBackUnused`. */
    fun back() = if (isReady) send(command("back")) else listener.onBackUnused()

    /** From `onStop`: pages are dropped, the place is kept. */
    fun toBackground() {
        send(command("background"))
        onPause()
    }

    /** From `onStart`. */
    fun toForeground() {
        onResume()
        send(command("foreground"))
    }

    /** From `onTrimMemory` while the app is seen: gives back what it can, and goes on. */
    fun onLowMemory() {
        send(command("low-memory"))
        send(command("foreground"))
    }

    private fun command(type: String) = JSONObject().put("docpane", 1).put("type", type)

    private fun send(message: JSONObject) {
        if (!isReady) waiting.add(message) else evaluateJavascript("docpaneReceive($message)", null)
    }

    private fun hear(message: JSONObject) {
        when (message.getString("type")) {
            "ready" -> {
                isReady = true
                waiting.forEach(::send)
                waiting.clear()
            }
            "page" -> listener.onPage(message.getInt("page"), message.getInt("pageCount"))
            "finish" -> listener.onFinish(message.getInt("pageCount"))
            "link" -> listener.onLink(Uri.parse(message.getString("url")))
            "action" -> listener.onAction(message.getString("action"))
            "error" -> listener.onError(message.getString("kind"), message.getString("message"))
            "back" -> if (!message.getBoolean("handled")) listener.onBackUnused()
        }
    }

    /** A file of the package. The media types matter: a browser runs no module of another type. */
    private fun asset(path: String): WebResourceResponse? {
        if (path.contains("..")) return null
        val type = when (path.substringAfterLast('.')) {
            "html" -> "text/html"
            "js" -> "text/javascript"
            "css" -> "text/css"
            "wasm" -> "application/wasm"
            "woff2" -> "font/woff2"
            else -> return null
        }
        val text = type.startsWith("text/")
        return runCatching { WebResourceResponse(type, if (text) "utf-8" else null, context.assets.open("docpane/$path")) }.getOrNull()
    }

    private fun stream(): WebResourceResponse? =
        runCatching { document?.let { WebResourceResponse(DOCX, null, context.contentResolver.openInputStream(it)) } }.getOrNull()
}
