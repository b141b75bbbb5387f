namespace KaizenGate.Acceptance.Tests;

/// <summary>A temporary folder for one test, and the environment of the programs that run in it.</summary>
public sealed class Scratch : IDisposable
{
    /// <summary>The variables that programs need; those of a build server are not included.</summary>
    private static readonly string[] Needed =
    [
        "PATH",
        "HOME",
        "USER",
        "DOTNET_ROOT",
        "SystemRoot",
        "TEMP",
        "TMP",
        "USERPROFILE",
        "APPDATA",
        "LOCALAPPDATA",
        "ProgramFiles",
    ];

    public Scratch()
    {
        foreach (var name in Needed)
        {
            if (System.Environment.GetEnvironmentVariable(name) is { } value)
            {
                Environment[name] = value;
            }
        }

        Environment["DOTNET_NOLOGO"] = "1";
        Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        Environment["DOTNET_SKIP_FIRST_TIME_EXPERIENCE"] = "1";
        // The SDK runs are short: profiling for optimization takes an eighth of their CPU time.
        Environment["DOTNET_TieredPGO"] = "0";
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("kaizen-").FullName;

    /// <summary>The environment variables of the programs.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    public string PathOf(string relative) => System.IO.Path.GetFullPath(relative, Path);

    public string Read(string file) => File.ReadAllText(PathOf(file));

    /// <summary>Writes a file, with its folders.</summary>
    public Scratch Write(string file, string content)
    {
        var path = PathOf(file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return this;
    }

    public Scratch With(string variable, string value)
    {
        Environment[variable] = value;
        return this;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
