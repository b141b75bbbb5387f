using System.Text.RegularExpressions;
using System.Xml.Linq;
using YamlDotNet.RepresentationModel;

namespace KaizenGate.Acceptance.Tests.Action;

public sealed partial class WorkflowTests
{
    private static readonly string Folder = Repository.PathOf(".github/workflows");

    public static TheoryData<string> All => [.. Directory.GetFiles(Folder).Select(path => Path.GetFileName(path)!)];

    /// <summary>What jobs may do beyond reading, by <c>workflow job</c>.</summary>
    private static readonly Dictionary<string, string[]> Rights = new()
    {
        ["kaizen.yml gate"] = ["security-events"],
        ["release.yml attest"] = ["attestations", "id-token"],
        ["release.yml publish"] = ["id-token"],
        ["release.yml release"] = ["contents"],
    };

    [Theory]
    [MemberData(nameof(All))]
    public void Each_job_has_only_the_permissions_it_needs(string file)
    {
        Assert.Empty(Assert.IsType<YamlMappingNode>(Read(file).Get("permissions")).Children);
        foreach (var (name, job) in Jobs(file))
        {
            var permissions = job.Get("permissions").Pairs().ToList();

            Assert.NotEmpty(permissions);
            Assert.All(permissions, one => Assert.True(one.Value is "read" or "write", one.ToString()));
            Assert.Equal(
                Rights.GetValueOrDefault($"{file} {name}", []),
                permissions.Where(one => one.Value == "write").Select(one => one.Key).Order()
            );
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void No_checkout_leaves_its_token_behind(string file) =>
        Assert.All(
            Steps(file).Where(step => step.Text("uses").StartsWith("actions/checkout@", StringComparison.Ordinal)),
            step => Assert.Equal("false", step.Get("with")!.Text("persist-credentials"))
        );

    [Theory]
    [MemberData(nameof(All))]
    public void No_script_contains_an_expression(string file) =>
        Assert.All(Steps(file), step => Assert.DoesNotContain("${{", step.Text("run"), StringComparison.Ordinal));

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
    public void Each_package_is_tried_on_its_own_system()
    {
        var tried = Matrix("try");

        Assert.Equal(Platforms().Order(), Matrix("pack").Select(one => one.Text("rid")).Order());
        Assert.Equal(Platforms().Order(), tried.Select(one => one.Text("rid")).Order());
        foreach (var one in tried)
        {
            var platform = one.Text("rid");
            var expected = platform.Split('-')[0] switch
            {
                "win" => "windows-",
                "osx" => "macos-",
                _ => "ubuntu-",
            };
            Assert.StartsWith(expected, one.Text("os"), StringComparison.Ordinal);
            Assert.Equal(
                platform.EndsWith("arm64", StringComparison.Ordinal) && expected != "macos-",
                one.Text("os").EndsWith("-arm", StringComparison.Ordinal)
            );
            Assert.Equal(platform.Contains("musl", StringComparison.Ordinal), AlpineImage().IsMatch(one.Text("image")));
        }
    }

    [Fact]
    public void The_glibc_that_a_program_needs_is_verified_and_documented()
    {
        var floors = Matrix("pack").ToDictionary(one => one.Text("rid"), one => one.Text("glibc"));

        Assert.All(floors, one => Assert.Equal(one.Key is "linux-x64" or "linux-arm64" ? "2.27" : "", one.Value));
        Assert.Contains(
            "with glibc 2.27 or musl 1.2.3 and later",
            File.ReadAllText(Repository.PathOf("README.md")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_release_publishes_what_was_tested_packed_and_attested()
    {
        Assert.Equal(["verify"], Needs("pack"));
        Assert.Contains("pack", Needs("try"));
        Assert.Contains("try", Needs("assemble"));
        Assert.Contains("assemble", Needs("attest"));
        Assert.Contains("attest", Needs("publish"));
        Assert.Contains("publish", Needs("release"));
        var attested = Jobs("release.yml")["attest"]
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

    /// <summary>A token that signs is out of reach of scripts, and one that publishes of all actions but the login.</summary>
    [Fact]
    public void Tokens_are_kept_from_other_code()
    {
        var attesting = Jobs("release.yml")["attest"].Get("steps").Items().ToList();
        var publishing = Jobs("release.yml")["publish"].Get("steps").Items().ToList();

        Assert.All(attesting, step => Assert.StartsWith("actions/", step.Text("uses"), StringComparison.Ordinal));
        Assert.Equal(
            ["NuGet/login"],
            publishing
                .Select(step => step.Text("uses").Split('@')[0])
                .Where(uses => uses.Length > 0 && !uses.StartsWith("actions/", StringComparison.Ordinal))
        );
    }

    private static YamlMappingNode Read(string file) => Yaml.Read(Path.Join(Folder, file));

    private static List<YamlNode> Steps(string file) =>
        [.. Jobs(file).Values.SelectMany(job => job.Get("steps").Items())];

    private static Dictionary<string, YamlNode> Jobs(string file) =>
        ((YamlMappingNode)Read(file).Get("jobs")!).Children.ToDictionary(job => job.Key.ToString(), job => job.Value);

    private static List<YamlNode> Matrix(string job) =>
        [.. Jobs("release.yml")[job].Get("strategy")!.Get("matrix")!.Get("include").Items()];

    /// <summary>The jobs that another one waits for.</summary>
    private static string[] Needs(string job) =>
        Jobs("release.yml")[job].Get("needs") is YamlSequenceNode several
            ? [.. several.Select(one => one.ToString())]
            : [Jobs("release.yml")[job].Text("needs")];

    private static string[] Platforms() =>
        XDocument
            .Load(Repository.PathOf("src/KaizenGate.Cli/KaizenGate.Cli.csproj"))
            .Descendants("ToolPackageRuntimeIdentifiers")
            .First()
            .Value.Split(';');

    [GeneratedRegex(@"^mcr\.microsoft\.com/dotnet/sdk:[\w.]+-alpine[\d.]*@sha256:[0-9a-f]{64}$")]
    private static partial Regex AlpineImage();
}
