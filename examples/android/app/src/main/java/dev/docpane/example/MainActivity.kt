package dev.docpane.example

import android.content.ComponentCallbacks2
import android.content.Intent
import android.net.Uri
import android.os.Bundle
import android.widget.Toast
import androidx.activity.ComponentActivity
import androidx.activity.OnBackPressedCallback
import androidx.activity.result.contract.ActivityResultContracts

private const val DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

/** Opens the document that another app shares, or asks for one. */
class MainActivity : ComponentActivity(), DocpaneListener {
    private lateinit var viewer: DocpaneView
    private val pick = registerForActivityResult(ActivityResultContracts.OpenDocument()) { uri -> if (uri == null) finish() else viewer.open(uri) }
    private val back = object : OnBackPressedCallback(true) {
        override fun handleOnBackPressed() = viewer.back()
    }

    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        viewer = DocpaneView(this, this)
        setContentView(viewer)
        onBackPressedDispatcher.addCallback(this, back)
        val shared = intent.data
        if (shared != null) viewer.open(shared) else pick.launch(arrayOf(DOCX))
    }

    override fun onStart() {
        super.onStart()
        viewer.toForeground()
    }

    override fun onStop() {
        viewer.toBackground()
        super.onStop()
    }

    override fun onTrimMemory(level: Int) {
        super.onTrimMemory(level)
        if (level == ComponentCallbacks2.TRIM_MEMORY_RUNNING_CRITICAL) viewer.onLowMemory()
    }

    override fun onDestroy() {
        viewer.destroy()
        super.onDestroy()
    }

    override fun onPage(page: Int, pageCount: Int) {
        title = "$page / $pageCount"
    }

    override fun onLink(url: Uri) = startActivity(Intent(Intent.ACTION_VIEW, url))

    override fun onError(kind: String, message: String) = Toast.makeText(this, message, Toast.LENGTH_LONG).show()

    override fun onBackUnused() {
        back.isEnabled = false
        onBackPressedDispatcher.onBackPressed()
    }
}
