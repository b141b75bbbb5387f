namespace KaizenGate.Core.Backlogs;

/// <summary>One file under the three names that reports need. All use <c>/</c> between folders.</summary>
/// <param name="FullPath">Absolute path.</param>
/// <param name="Path">The path a person would type: relative to the working folder, or absolute outside of it.</param>
/// <param name="RootPath">Relative to the root of the repository (else to the working folder); what hosts such as code scanning want.</param>
internal sealed record SourceFile(string FullPath, string Path, string RootPath)
{
    /// <summary>Names a file by a path that serves as all three, for texts that come from no file.</summary>
    public static SourceFile Named(string path) => new(path, path, path);
}
