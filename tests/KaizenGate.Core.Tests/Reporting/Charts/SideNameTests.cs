using KaizenGate.Core.Reporting.Charts;

namespace KaizenGate.Core.Tests.Reporting.Charts;

public sealed class SideNameTests
{
    [Fact]
    public void A_name_stands_at_what_it_names() => Assert.Equal([93.0], Tops(new SideName("", 100, ["mean"])));

    [Fact]
    public void Near_names_make_room() =>
        Assert.Equal([93.0, 107.0], Tops(new SideName("", 102, ["lower"]), new SideName("", 100, ["upper"])));

    [Fact]
    public void None_leaves_the_plot_at_the_bottom() =>
        // 207 is 200 and the half line that a name at the very bottom needs.
        Assert.Equal([179.0, 193.0], Tops(new SideName("", 199, ["low"]), new SideName("", 200, ["lower"])));

    private static IEnumerable<double> Tops(params SideName[] names) =>
        SideName.Spread(names, 200).Select(one => one.Top);
}
