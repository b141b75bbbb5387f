using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Html;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.Reporting.Dashboard;

/// <summary>Links to lines of files.</summary>
/// <param name="Base">
/// The prefix of paths relative to the repository: the address of the files on the host (<c>https://github.com/o/r/blob/1a2b3c/</c>)
/// or the path from the page (<c>../</c>). Null or any other value disables links.
/// </param>
internal sealed record SourceLinks(string? Base)
{
    /// <summary>The address of a line, or of the file without a line; null for files outside of the repository and for unsafe addresses.</summary>
    public string? To(SourceFile file, int? line)
    {
        if (
            Base is null
            || !IsSafe(Base)
            || Path.IsPathRooted(file.RootPath)
            || file.RootPath.Split('/').Contains("..")
        )
        {
            return null;
        }

        // "./" prevents a browser from parsing the start of the path as a scheme.
        return $"{(Base.Length == 0 ? "./" : Base)}{SarifUri.Of(file.RootPath)}{(line is null ? "" : $"#L{line}")}";
    }

    /// <summary>Writes a link, or only its text.</summary>
    /// <param name="html">Receives it.</param>
    /// <param name="file">The file.</param>
    /// <param name="line">The line; null for the whole file.</param>
    /// <param name="text">The text.</param>
    /// <param name="issue">The address of the issue in a tracker, which is linked instead; null for none.</param>
    public void Write(Markup html, SourceFile file, int? line, string text, string? issue = null)
    {
        if ((issue ?? To(file, line)) is { } address)
        {
            html.Add($"<a href=\"{address}\" rel=\"noreferrer\">{text}</a>");
        }
        else
        {
            html.Add($"{text}");
        }
    }

    /// <summary>Returns the address of the files on the host if the environment names it, else the path from the page to the repository.</summary>
    /// <param name="environment">The environment variables of GitHub Actions or GitLab CI.</param>
    /// <param name="workspace">The workspace of the run.</param>
    /// <param name="page">The absolute path of the page; null for standard output.</param>
    /// <returns>Null when the location of the page is unknown.</returns>
    public static string? BaseOf(IReadOnlyDictionary<string, string> environment, Workspace workspace, string? page) =>
        HostedRevision.Of(environment)?.Files ?? (page is null ? null : RelativePath(page, workspace));

    private static bool IsSafe(string address) =>
        address.StartsWith("https://", StringComparison.Ordinal)
        || address.StartsWith("http://", StringComparison.Ordinal)
        || address.Split('/').All(part => part is ".." or "." or "" || !part.Contains(':', StringComparison.Ordinal))
            && !address.StartsWith('/');

    private static string? RelativePath(string page, Workspace workspace)
    {
        var path = Path.GetRelativePath(Path.GetDirectoryName(RealPath.Of(page))!, workspace.Root);
        return path == "." ? ""
            : Path.IsPathRooted(path) ? null
            : $"{SarifUri.Of(path.Replace(Path.DirectorySeparatorChar, '/'))}/";
    }
}
