using System.Text.RegularExpressions;

namespace KaizenGate.Acceptance.Tests.Action;

/// <summary>Compares the outputs and the summary of the action with a file.</summary>
internal static partial class Golden
{
    public static void Matches(string name, ActionRun run, ActionOutcome outcome)
    {
        var path = Repository.PathOf($"tests/KaizenGate.Acceptance.Tests/Action/Golden/{name}.md");
        var outputs = outcome
            // Those of the installation, which these tests leave out.
            .Outputs.Where(output => output.Key is not ("program" or "version"))
            .OrderBy(output => output.Key, StringComparer.Ordinal);
        var actual =
            $"exit code {outcome.ExitCode}\n"
            + string.Concat(outputs.Select(output => $"{output.Key}={output.Value}\n"))
            + $"uploaded={outcome.Upload?["sarif_file"]}\n\n"
            + outcome.Summary;
        actual = Folder().Replace(actual.Replace(run.Temp, "TEMP", StringComparison.Ordinal), "kaizen-XXXXXX");
        if (Repository.Refresh)
        {
            File.WriteAllText(path, actual);
        }

        Assert.Equal(File.ReadAllText(path), actual);
    }

    [GeneratedRegex("(?<=TEMP/)kaizen-[A-Za-z0-9]{6}(?=/)")]
    private static partial Regex Folder();
}
