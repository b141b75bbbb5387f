using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace KaizenGate.MSBuild;

/// <summary>
/// Runs the bundled program once and returns the errors and warnings. <see cref="ReportFindings"/> logs them, because
/// projects of a build may treat warnings differently.
/// </summary>
public sealed class CheckBacklog : ToolTask
{
    private readonly List<Finding> findings = [];
    private readonly StringBuilder errorText = new();
    private BundledProgram program = null!;
    private string? stamp;
    private bool hasInfo;

    /// <summary>The folder that the gate runs in. Relative paths in the other parameters are relative to it.</summary>
    [Required]
    public string Folder { get; set; } = "";

    /// <summary>The folder of the bundled programs: <c>any</c>, and one for each platform with a native program.</summary>
    [Required]
    public string Programs { get; set; } = "";

    /// <summary>The platform of the build, such as <c>linux-x64</c>. Without a native program, <c>any</c> is used.</summary>
    public string Platform { get; set; } = "";

    /// <summary>The <c>dotnet</c> that runs <c>any</c>; default: the one on the PATH.</summary>
    public string DotNet { get; set; } = "";

    /// <summary>The backlogs to check, separated by semicolons; default: those that the program finds.</summary>
    public string Backlogs { get; set; } = "";

    /// <summary>The settings file; default: the nearest kaizen.json.</summary>
    public string Config { get; set; } = "";

    /// <summary>The lowest severity that fails the gate; default: the one in the settings.</summary>
    public string FailOn { get; set; } = "";

    /// <summary>The revision at which the change to check starts; default: check everything.</summary>
    public string Since { get; set; } = "";

    /// <summary>The path of the SARIF report; default: none.</summary>
    public string Sarif { get; set; } = "";

    /// <summary>The path of the JUnit report; default: none.</summary>
    public string JUnit { get; set; } = "";

    /// <summary>
    /// <c>pass</c>, <c>fail</c> or <c>error</c>, with the metadata <c>ExitCode</c> (0 to 3, or another from the system) and
    /// <c>ErrorText</c>.
    /// </summary>
    [Output]
    public ITaskItem Verdict => RunVerdict.ToItem(ExitCode, errorText.ToString());

    /// <summary>The errors and warnings, one item each, in the order of the program.</summary>
    [Output]
    public ITaskItem[] Findings => [.. findings.Select(finding => finding.ToItem())];

    /// <inheritdoc/>
    protected override string ToolName => program.FileName;

    // The program always writes UTF-8.
    /// <inheritdoc/>
    protected override Encoding StandardOutputEncoding => Encoding.UTF8;

    /// <inheritdoc/>
    protected override Encoding StandardErrorEncoding => Encoding.UTF8;

    // The importance identifies the stream in LogEventsFromTextOutput.
    /// <inheritdoc/>
    protected override MessageImportance StandardOutputLoggingImportance => MessageImportance.Low;

    /// <inheritdoc/>
    protected override MessageImportance StandardErrorLoggingImportance => MessageImportance.Normal;

    private List<string> BacklogPaths =>
        [.. Backlogs.Split(';').Select(path => path.Trim()).Where(path => path.Length > 0)];

    private IEnumerable<string> ReportPaths =>
        new[] { Sarif, JUnit }
            .Where(path => path.Length > 0)
            .Select(path => Path.GetFullPath(Path.Combine(Folder, path)));

    /// <inheritdoc/>
    protected override bool ValidateParameters()
    {
        Folder = Path.GetFullPath(Folder);
        program = BundledProgram.Find(Path.GetFullPath(Programs), Platform, DotNet);
        return base.ValidateParameters();
    }

    /// <summary>Whether the gate passed today with the same inputs and without findings.</summary>
    protected override bool SkipTaskExecution()
    {
        stamp =
            Since.Length > 0
                ? null
                : CleanStamp.PathFor(Folder, BacklogPaths, Config, GenerateCommandLineCommands(), program);
        if (stamp is null || !File.Exists(stamp) || !ReportPaths.All(File.Exists))
        {
            return false;
        }

        Log.LogMessage(
            MessageImportance.Normal,
            "KaizenGate: already passed today, and nothing has changed since ({0}).",
            stamp
        );
        return true;
    }

    /// <inheritdoc/>
    protected override string GenerateFullPathToTool() => program.Path;

    /// <inheritdoc/>
    protected override string GetWorkingDirectory() => Folder;

    /// <inheritdoc/>
    protected override string GenerateCommandLineCommands()
    {
        var arguments = new List<string>(program.Arguments) { "check", "--format=msbuild" };
        Add("--config=", Config);
        Add("--fail-on=", FailOn);
        Add("--since=", Since);
        Add("--report=sarif=", Sarif);
        Add("--report=junit=", JUnit);
        if (BacklogPaths.Count > 0)
        {
            arguments.Add("--");
            arguments.AddRange(BacklogPaths);
        }

        return CommandLineText.Of(arguments);

        void Add(string option, string value)
        {
            if (value.Length > 0)
            {
                arguments.Add(option + value);
            }
        }
    }

    /// <inheritdoc/>
    protected override void LogEventsFromTextOutput(string singleLine, MessageImportance messageImportance)
    {
        if (messageImportance == StandardErrorImportanceToUse)
        {
            errorText.AppendLine(singleLine);
            Log.LogMessage(MessageImportance.Low, "{0}", singleLine);
        }
        else if (Finding.Parse(singleLine, Folder) is not { } finding)
        {
            Log.LogMessage(MessageImportance.Low, "{0}", singleLine);
        }
        else if (finding.IsProblem)
        {
            findings.Add(finding);
        }
        else
        {
            hasInfo |= finding.Kind == FindingKind.Info;
            finding.LogMessage(Log);
        }
    }

    /// <inheritdoc/>
    protected override int ExecuteTool(string pathToTool, string responseFileCommands, string commandLineCommands)
    {
        var exitCode = base.ExecuteTool(pathToTool, responseFileCommands, commandLineCommands);
        if (exitCode == 0 && stamp is not null && findings.Count == 0 && !hasInfo)
        {
            CleanStamp.Write(stamp);
        }

        return exitCode;
    }

    // ReportFindings logs the errors.
    /// <inheritdoc/>
    protected override bool HandleTaskExecutionErrors() => !Log.HasLoggedErrors;
}
