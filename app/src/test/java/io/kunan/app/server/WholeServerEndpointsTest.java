package io.kunan.app.server;

import io.kunan.platform.web.EndpointMatrixTest;

/** The same walk with the scenarios' endpoints. */
class WholeServerEndpointsTest extends EndpointMatrixTest {}
