package io.kunan.app.server;

import io.kunan.platform.web.SitesApartTest;

/** The same walls with the scenarios' endpoints. */
class WholeServerSitesTest extends SitesApartTest {}
