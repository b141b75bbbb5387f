using KaizenGate.Acceptance.Tests.History;
using YamlDotNet.RepresentationModel;

namespace KaizenGate.Acceptance.Tests.Action;

/// <summary>Runs the steps of action.yml as GitHub's runner does, in the working tree of a repository.</summary>
internal sealed class ActionRun(GitRepository repository, PackedTool tool, WorkflowEvent cause)
{
    /// <summary>The token of the job.</summary>
    public const string Token = "ghs_of-the-job";

    private static readonly string[] Installing = ["sdk", "install"];

    private readonly Dictionary<string, string> inputs = new(ActionFile.Inputs) { ["as-of"] = Samples.AsOf };
    private readonly Dictionary<string, Dictionary<string, string>> outputs = [];
    private readonly Dictionary<string, string> outcomes = [];
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> used = [];
    private readonly List<string> path = [];
    private string log = "";
    private string summary = "";

    /// <summary>The folder in which the steps run.</summary>
    public string Workspace { get; init; } = repository.Folder;

    /// <summary>The commit of the event; null for the one that is checked out.</summary>
    public string? Commit { get; init; }

    /// <summary>The program that is installed already.</summary>
    public string Program { get; init; } = tool.Program;

    /// <summary>Whether to run the steps that install the program.</summary>
    public bool Installs { get; init; }

    /// <summary>The outcome of the upload to code scanning.</summary>
    public string UploadOutcome { get; init; } = "success";

    /// <summary>The temporary folder of the runner.</summary>
    public string Temp { get; } = Directory.CreateDirectory(repository.Around.PathOf("runner temp")).FullName;

    public ActionRun With(string input, string value)
    {
        Assert.Contains(input, inputs.Keys);
        inputs[input] = value;
        return this;
    }

    public async Task<ActionOutcome> RunAsync()
    {
        var exitCode = 0;
        if (!Installs)
        {
            outputs["install"] = new() { ["program"] = Program };
        }

        foreach (var step in ActionFile.Steps.Where(step => Installs || !Installing.Contains(step.Text("id"))))
        {
            var id = step.Text("id");
            outcomes[id] = "skipped";
            if (exitCode != 0 || (step.Text("if") is { Length: > 0 } condition && !IsTrue(condition)))
            {
                continue;
            }

            if (step.Text("uses") is { Length: > 0 } other)
            {
                used[other] = step.Get("with").Pairs().ToDictionary(pair => pair.Key, pair => Of(pair.Value));
                outcomes[id] = UploadOutcome;
                exitCode = UploadOutcome == "success" || step.Text("continue-on-error") == "true" ? 0 : 1;
                continue;
            }

            exitCode = await RunAsync(step, id);
            outcomes[id] = exitCode == 0 ? "success" : "failure";
        }

        var results = ActionFile.Outputs.ToDictionary(output => output.Key, output => Of(output.Value));
        return new ActionOutcome(exitCode, log, summary, results, used, path);
    }

    private async Task<int> RunAsync(YamlNode step, string id)
    {
        Assert.Equal("bash", step.Text("shell"));
        var around = repository.Around;
        around
            .Write("runner/step.sh", step.Text("run"))
            .Write("runner/output", "")
            .Write("runner/summary", "")
            .Write("runner/path", "")
            .Write("runner/event.json", cause.Payload.ToJsonString());
        var environment = new Dictionary<string, string>(repository.Environment)
        {
            ["CI"] = "true",
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_ACTION_PATH"] = Repository.Root,
            ["GITHUB_ACTOR"] = cause.Actor,
            ["GITHUB_BASE_REF"] = cause.BaseRef,
            ["GITHUB_EVENT_NAME"] = cause.Name,
            ["GITHUB_EVENT_PATH"] = around.PathOf("runner/event.json"),
            ["GITHUB_OUTPUT"] = around.PathOf("runner/output"),
            ["GITHUB_PATH"] = around.PathOf("runner/path"),
            ["GITHUB_REPOSITORY"] = WorkflowEvent.Repository,
            ["GITHUB_SHA"] = Commit ?? await repository.GitAsync("-C", Workspace, "rev-parse", "HEAD"),
            ["GITHUB_STEP_SUMMARY"] = around.PathOf("runner/summary"),
            ["GITHUB_WORKSPACE"] = Workspace,
            ["RUNNER_TEMP"] = Temp,
        };
        foreach (var (name, value) in step.Get("env").Pairs())
        {
            environment[name] = Of(value);
        }

        string[] shell = ["--noprofile", "--norc", "-eo", "pipefail", around.PathOf("runner/step.sh")];
        var outcome = await Command.RunAsync("bash", shell, Workspace, environment);
        log += outcome.Output + outcome.Error;
        summary += around.Read("runner/summary");
        path.AddRange(around.Read("runner/path").Split('\n', StringSplitOptions.RemoveEmptyEntries));
        outputs[id] = RunnerFile.Read(around.PathOf("runner/output"));
        return outcome.ExitCode;
    }

    private string Of(string template) => Expression.Replace(template, ValueOf);

    private bool IsTrue(string condition) => Expression.IsTrue(new Expression(condition, ValueOf).Value());

    private string ValueOf(string path) =>
        path.Split('.') switch
        {
            ["inputs", var name] => inputs[name],
            ["steps", var id, "outcome"] => outcomes.GetValueOrDefault(id, ""),
            ["steps", var id, "outputs", var name] => outputs.GetValueOrDefault(id)?.GetValueOrDefault(name) ?? "",
            ["github", "token"] => Token,
            ["github", "run_id" or "run_attempt"] => "1",
            ["github", "event", .. var rest] => cause.ValueOf(string.Join('.', rest)),
            _ => throw new InvalidOperationException($"the action uses {path}, which the tests do not know"),
        };
}
