using System.Diagnostics;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace KaizenGate.Core.Tests.Reading.GitHub;

/// <summary>The parser that GitHub uses.</summary>
internal static class CmarkGfm
{
    /// <summary>Skips the test when it is not installed; on the build server the test fails, because <c>.ci/run</c> installs it.</summary>
    public static void Require()
    {
        var isInstalled = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, "cmark-gfm")));
        var isExpected = OperatingSystem.IsLinux() && Environment.GetEnvironmentVariable("CI") is "true";
        Assert.False(isExpected && !isInstalled, "cmark-gfm is missing");
        Assert.SkipUnless(isInstalled, "cmark-gfm is missing; install the package of that name");
    }

    /// <summary>Parses each text as a document of its own, all in one process.</summary>
    /// <remarks>
    /// Each text is a list item, so that nothing in it stays open. It is indented by a tab stop, so that its tabs keep their width.
    /// </remarks>
    public static List<GrammarView> Parse(IReadOnlyList<string> texts)
    {
        var document = new StringBuilder();
        foreach (var text in texts)
        {
            document.Append("-   text\n\n");
            foreach (var line in text.Split('\n'))
            {
                document.Append(line.Length == 0 ? "" : "    ").Append(line).Append('\n');
            }

            document.Append("# next\n");
        }

        var views = new List<GrammarView>(texts.Count);
        var start = 2;
        var root = Xml($"{document}");
        foreach (var (text, item) in texts.Zip(root.Elements().Where(element => element.Name.LocalName == "list")))
        {
            var lines = text.Split('\n');
            views.Add(GrammarView.Of(item.Elements().Single(), lines, start));
            start += lines.Length + 3;
        }

        Assert.Equal(texts.Count, views.Count);
        return views;
    }

    /// <summary>Parses a file as it is.</summary>
    public static GrammarView ParseFile(string text) => GrammarView.Of(Xml(text), text.Split('\n'), 0);

    private static XElement Xml(string text)
    {
        using var process = Process.Start(
            new ProcessStartInfo("cmark-gfm", ["-e", "table", "-e", "tasklist", "-t", "xml", "--sourcepos"])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                StandardInputEncoding = new UTF8Encoding(false),
                StandardOutputEncoding = Encoding.UTF8,
            }
        )!;
        var xml = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        process.StandardInput.Write(text);
        process.StandardInput.Close();
        using var reader = XmlReader.Create(
            new StringReader(xml.GetAwaiter().GetResult()),
            new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, CheckCharacters = false }
        );
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return XElement.Load(reader, LoadOptions.PreserveWhitespace);
    }
}
