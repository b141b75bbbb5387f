using System.IO.Compression;

namespace KaizenGate.Acceptance.Tests.MSBuild;

/// <summary>Reads packages.</summary>
internal static class Nupkg
{
    /// <summary>The names of the files, without those that every package has.</summary>
    public static string[] Contents(string path, bool withSpecification = false)
    {
        using var package = ZipFile.OpenRead(path);
        return
        [
            .. package
                .Entries.Select(entry => entry.FullName)
                .Where(name =>
                    !name.StartsWith("_rels/", StringComparison.Ordinal)
                    && !name.StartsWith("package/", StringComparison.Ordinal)
                    && (withSpecification || !name.EndsWith(".nuspec", StringComparison.Ordinal))
                    && name != "[Content_Types].xml"
                )
                .Order(StringComparer.OrdinalIgnoreCase),
        ];
    }

    public static string Text(string path, string name)
    {
        using var package = ZipFile.OpenRead(path);
        using var reader = new StreamReader(package.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
