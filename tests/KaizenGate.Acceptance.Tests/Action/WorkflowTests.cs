using System.Text.RegularExpressions;
using System.Xml.Linq;
using YamlDotNet.RepresentationModel;

namespace KaizenGate.Acceptance.Tests.Action;

public sealed partial class WorkflowTests
{
    private static readonly string Folder = Repository.PathOf(".github/workflows");

    public static TheoryData<string> All => [.. Directory.GetFiles(Folder).Select(path => Path.GetFileName(path)!)];

    [Theory]
    [MemberData(nameof(All))]
    public void The_default_permissions_of_a_workflow_are_read_only(string file)
    {
        var permissions = Read(file).Get("permissions");

        Assert.NotNull(permissions);
        Assert.All(
            permissions.Pairs(),
            one => Assert.True(one.Value == "read" || one == ("security-events", "write"), one.ToString())
        );
    }

    [Theory]
    [MemberData(nameof(All))]
    public void No_script_contains_an_expression(string file) =>
        Assert.All(Steps(file), step => Assert.DoesNotContain("${{", step.Text("run"), StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(All))]
    public void External_actions_are_pinned_to_a_version(string file) =>
        Assert.All(
            Steps(file).Select(step => step.Text("uses")).Where(uses => uses is not ("" or "./")),
            uses => Assert.Matches(Pinned(), uses)
        );

    [Fact]
    public void The_tests_run_on_three_systems()
    {
        var systems = Read("ci.yml").Get("jobs")!.Get("test")!.Get("strategy")!.Get("matrix")!.Get("os").Items();

        Assert.Equal(["ubuntu", "windows", "macos"], systems.Select(system => system.ToString().Split('-')[0]));
        Assert.Contains(Steps("ci.yml"), step => step.Text("run") == "bash .ci/run");
    }

    [Fact]
    public void The_action_is_tested_with_every_input_and_its_outputs_are_verified()
    {
        var steps = Steps("self-test.yml");
        var calls = steps.Where(step => step.Text("uses") == "./").ToList();
        var given = calls.SelectMany(call => call.Get("with").Keys()).Distinct().Order();

        Assert.Equal(ActionFile.Inputs.Keys.Order(), given);
        foreach (var call in calls)
        {
            var next = steps[steps.IndexOf(call) + 1];
            Assert.Contains(
                next.Get("env").Pairs(),
                pair => pair.Value.Contains($"steps.{call.Text("id")}.", StringComparison.Ordinal)
            );
            Assert.Contains("[[ ", next.Text("run"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Each_platform_is_packed_on_its_own_system()
    {
        var include = Read("release.yml").Get("jobs")!.Get("pack")!.Get("strategy")!.Get("matrix")!.Get("include");
        var systems = include.Items().ToDictionary(one => one.Text("rid"), one => one.Text("os"));

        Assert.Equal(Platforms().Order(), systems.Keys.Order());
        foreach (var (platform, system) in systems)
        {
            var expected = platform.Split('-')[0] switch
            {
                "win" => "windows-",
                "osx" => "macos-",
                _ => "ubuntu-",
            };
            Assert.StartsWith(expected, system, StringComparison.Ordinal);
            Assert.Equal(
                platform.EndsWith("arm64", StringComparison.Ordinal) && expected != "macos-",
                system.EndsWith("-arm", StringComparison.Ordinal)
            );
        }

        Assert.Contains(
            "alpine",
            include.Items().Single(one => one.Text("rid") == "linux-musl-x64").Text("container"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_release_publishes_what_was_tested_packed_and_attested()
    {
        var jobs = Read("release.yml").Get("jobs")!;

        Assert.Equal("verify", jobs.Get("pack")!.Text("needs"));
        Assert.Contains("pack", jobs.Get("assemble")!.Get("needs").Items().Select(job => job.ToString()));
        Assert.Contains("assemble", jobs.Get("publish")!.Get("needs").Items().Select(job => job.ToString()));
        Assert.Contains("publish", jobs.Get("release")!.Get("needs").Items().Select(job => job.ToString()));
        var attested = jobs.Get("assemble")!
            .Get("steps")
            .Items()
            .Where(step => step.Text("uses").StartsWith("actions/attest@", StringComparison.Ordinal))
            .ToList();
        Assert.All(attested, step => Assert.Equal("packages/*.nupkg", step.Get("with")!.Text("subject-path")));
        Assert.Equal(
            ["", "packages/KaizenGate.cdx.json"],
            attested.Select(step => step.Get("with")!.Text("sbom-path"))
        );
    }

    [Fact]
    public void The_MSBuild_package_bundles_all_platforms()
    {
        var pack = Steps("release.yml")
            .Select(step => step.Text("run"))
            .Single(script => script.Contains("KaizenGate.MSBuild", StringComparison.Ordinal));
        var required = Regex.Match(pack, "RequiredPlatforms=\"([^\"]*)\"").Groups[1].Value.Split(';');

        Assert.Equal(Platforms().Where(platform => platform != "any").Order(), required.Order());
    }

    private static YamlMappingNode Read(string file) => Yaml.Read(Path.Join(Folder, file));

    private static List<YamlNode> Steps(string file) =>
        [.. ((YamlMappingNode)Read(file).Get("jobs")!).Children.Values.SelectMany(job => job.Get("steps").Items())];

    private static string[] Platforms() =>
        XDocument
            .Load(Repository.PathOf("src/KaizenGate.Cli/KaizenGate.Cli.csproj"))
            .Descendants("ToolPackageRuntimeIdentifiers")
            .First()
            .Value.Split(';');

    [GeneratedRegex(@"^[\w-]+(/[\w-]+)+@v\d+(\.\d+\.\d+)?$")]
    private static partial Regex Pinned();
}
